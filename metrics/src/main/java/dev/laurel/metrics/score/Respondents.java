package dev.laurel.metrics.score;

import dev.laurel.core.estimate.Confidence;
import dev.laurel.core.estimate.Estimate;
import dev.laurel.core.estimate.Interval;
import dev.laurel.core.identity.MemberId;
import dev.laurel.metrics.survey.MetricDefinition;
import dev.laurel.metrics.survey.Response;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/** What each person contributed to a score, where some contributed several times. */
final class Respondents {
  private final MetricDefinition definition;
  private final Collection<Person> people;

  /** The worth of the answers of one person, and their number. */
  private record Person(double sum, long answers) {
    Person merge(Person other) {
      return new Person(sum + other.sum, answers + other.answers);
    }

    double mean() {
      return sum / answers;
    }
  }

  private Respondents(MetricDefinition definition, Collection<Person> people) {
    this.definition = definition;
    this.people = people;
  }

  static Respondents of(MetricDefinition definition, List<Response> answered) {
    TreeMap<MemberId, Person> people = new TreeMap<>();
    for (Response response : answered) {
      int answer = response.answer().orElseThrow();
      people.merge(
          response.respondent(), new Person(definition.rule().worth(answer), 1), Person::merge);
    }
    return new Respondents(definition, people.values());
  }

  int count() {
    return people.size();
  }

  /** Every answer counts; the standard error treats the answers of one person as one lump. */
  Estimate clustered(Confidence confidence) {
    long answers = people.stream().mapToLong(Person::answers).sum();
    double value = people.stream().mapToDouble(Person::sum).sum() / answers;
    Estimate.Builder estimate =
        Estimate.builder().value(value).observations(answers).method("clustered by respondent");
    estimate.addAssumption("respondents are independent of each other; their answers are not");
    if (count() == 1) {
      estimate.interval(new Interval(definition.least(), definition.most(), confidence));
      estimate.addAssumption("one respondent says nothing of the spread");
      return estimate.build();
    }
    double squares = 0;
    for (Person person : people) {
      double lump = person.sum() - value * person.answers();
      squares += lump * lump;
    }
    double groups = count();
    double error = Math.sqrt(groups / (groups - 1) * squares) / answers;
    estimate.standardError(error);
    estimate.interval(
        Interval.normal(value, error, confidence).clippedTo(definition.least(), definition.most()));
    return estimate.build();
  }

  /** Every person counts once, with the mean of their answers. */
  Estimate meanOfPeople(Confidence confidence) {
    double mean = people.stream().mapToDouble(Person::mean).sum() / count();
    double squares = people.stream()
        .mapToDouble(person -> (person.mean() - mean) * (person.mean() - mean))
        .sum();
    Estimate.Builder estimate = Estimate.builder().observations(count());
    estimate.addAssumption("respondents are independent of each other");
    MeanInterval.complete(estimate, definition, mean, count(), squares, confidence);
    return estimate.build();
  }
}
