package dev.laurel.benchmarks;

import java.util.List;
import org.drools.compiler.kie.builder.impl.DrlProject;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieBuilder.ProjectType;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.FactHandle;

/**
 * The thirteen rules in Drools, with one session that is kept and used again.
 *
 * <p>A session per purchase would take two to three times as long.
 */
final class Drools implements Contender {
  private static final String RULES = "dev/laurel/benchmarks/thirteen.drl";

  private final Transaction[] transactions;
  private final KieSession session;

  private Drools(Transaction[] transactions, Class<? extends ProjectType> form) {
    this.transactions = transactions;
    this.session = session(form);
  }

  /** The rules as Drools has always read them. */
  static Drools classic(Transaction[] transactions) {
    return new Drools(transactions, DrlProject.class);
  }

  /** The rules compiled to Java first. */
  static Drools executableModel(Transaction[] transactions) {
    return new Drools(transactions, ExecutableModelProject.class);
  }

  @Override
  public long sum(int from, int until) {
    long sum = 0;
    for (int i = from; i < until; i++) {
      Transaction transaction = transactions[i];
      transaction.clear();
      FactHandle handle = session.insert(transaction);
      session.fireAllRules();
      session.delete(handle);
      sum += transaction.points();
    }
    return sum;
  }

  @Override
  public void close() {
    session.dispose();
  }

  private static KieSession session(Class<? extends ProjectType> form) {
    KieServices services = KieServices.get();
    KieFileSystem files = services.newKieFileSystem();
    files.write(services.getResources().newClassPathResource(RULES, Drools.class.getClassLoader()));
    KieBuilder builder = services.newKieBuilder(files).buildAll(form);
    List<Message> errors = builder.getResults().getMessages(Message.Level.ERROR);
    if (!errors.isEmpty()) {
      throw new IllegalStateException("the rules must compile: " + errors);
    }
    return services
        .newKieContainer(services.getRepository().getDefaultReleaseId())
        .newKieSession();
  }
}
