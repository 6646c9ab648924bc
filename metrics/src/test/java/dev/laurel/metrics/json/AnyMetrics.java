package dev.laurel.metrics.json;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.estimate.Proportion;
import dev.laurel.core.identity.MemberId;
import dev.laurel.core.testkit.AnyValue;
import dev.laurel.core.time.ProgramCalendar;
import dev.laurel.metrics.driver.DriverMoments;
import dev.laurel.metrics.driver.DriverSample;
import dev.laurel.metrics.driver.ThemedAnswers;
import dev.laurel.metrics.invite.Contact;
import dev.laurel.metrics.invite.Quarantine;
import dev.laurel.metrics.score.NetCounts;
import dev.laurel.metrics.score.ScoreAccumulator;
import dev.laurel.metrics.score.ScoreHistogram;
import dev.laurel.metrics.survey.Conventions;
import dev.laurel.metrics.survey.Dispositions;
import dev.laurel.metrics.survey.MetricDefinition;
import dev.laurel.metrics.survey.MetricRule;
import dev.laurel.metrics.survey.Response;
import dev.laurel.metrics.survey.ResponseStatus;
import dev.laurel.metrics.survey.Scale;
import dev.laurel.metrics.survey.SurveyFunnel;
import dev.laurel.metrics.trend.PaneSize;
import dev.laurel.metrics.trend.Panes;
import dev.laurel.metrics.voice.CaseCommand;
import dev.laurel.metrics.voice.ClosedLoop;
import dev.laurel.metrics.voice.Feedback;
import dev.laurel.metrics.voice.FeedbackId;
import dev.laurel.metrics.voice.Rating;
import dev.laurel.metrics.weight.WeightedSums;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Values of this module's types, made by chance. */
final class AnyMetrics extends AnyValue {
  /** All types that stand alone. */
  static final List<Class<?>> DOCUMENTS = List.of(
      MetricDefinition.class,
      Response.class,
      ScoreHistogram.class,
      NetCounts.class,
      WeightedSums.class,
      Panes.class,
      SurveyFunnel.class,
      Dispositions.class,
      Quarantine.class,
      Contact.class,
      Feedback.class,
      CaseCommand.class,
      ClosedLoop.class,
      ThemedAnswers.class,
      DriverMoments.class);

  AnyMetrics(long seed) {
    super(seed);
  }

  @Override
  protected @Nullable Object own(Class<?> type) {
    if (type == MetricDefinition.class) {
      return definition();
    } else if (type == Response.class) {
      return response(Conventions.NPS);
    } else if (type == ScoreHistogram.class) {
      return histogram(definition());
    } else if (type == NetCounts.class) {
      return new NetCounts(below(90), below(90), below(90));
    } else if (type == WeightedSums.class) {
      return sums(responses(Conventions.NPS));
    } else if (type == Panes.class) {
      return panes(responses(Conventions.NPS));
    } else if (type == SurveyFunnel.class) {
      long done = below(9);
      return new SurveyFunnel(done + below(9) + 8, done + 8, done + 4, done + 2, done);
    } else if (type == Rating.class) {
      return new Rating(Conventions.CSAT, 1 + below(5));
    } else if (type == Feedback.class) {
      return feedback();
    } else if (type == CaseCommand.Assign.class) {
      Instant at = of(Instant.class);
      return new CaseCommand.Assign(at, "desk-" + below(9), at.plusSeconds(below(99)));
    } else if (type == Proportion.class) {
      int of = below(50);
      return Proportion.of(below(of + 1), of);
    } else if (type == ThemedAnswers.class) {
      return themes();
    } else if (type == DriverMoments.class) {
      return moments();
    }
    return null;
  }

  /** A convention, or a metric of one's own on any scale. */
  MetricDefinition definition() {
    if (below(2) == 0) {
      return one(
          List.of(Conventions.NPS, Conventions.CSAT, Conventions.CES_1, Conventions.CES_HOW_EASY));
    }
    int min = below(9) - 4;
    int max = min + 1 + below(12);
    boolean isRising = below(2) == 0;
    int good = isRising ? max : min;
    int bad = isRising ? min : max;
    MetricDefinition.Builder own = MetricDefinition.builder().name("own-" + below(9));
    own.version(1 + below(5))
        .title("Ünïcödé")
        .scale(isRising ? Scale.rising(min, max) : Scale.falling(min, max));
    MetricRule net =
        new MetricRule.NetScore(MetricRule.answers(good, good), MetricRule.answers(bad, bad));
    MetricRule top = new MetricRule.TopBox(MetricRule.answers(good, good));
    return own.rule(one(List.of(net, top, new MetricRule.MeanAnswer()))).build();
  }

  /** A few responses within a year. */
  List<Response> responses(MetricDefinition definition) {
    List<Response> responses = new ArrayList<>();
    for (int i = below(12); i > 0; i--) {
      responses.add(response(definition));
    }
    return responses;
  }

  private Response response(MetricDefinition definition) {
    Response.Builder response = Response.builder().respondent(MemberId.of("m-" + below(9)));
    response.at(Instant.parse("2026-01-01T09:00:00Z").plusSeconds(below(30_000_000)));
    Scale scale = definition.scale();
    if (below(3) > 0) {
      response.status(ResponseStatus.ANSWERED).answer(scale.min() + below(scale.points()));
    } else {
      response.status(one(List.of(ResponseStatus.SKIPPED, ResponseStatus.DUPLICATE)));
    }
    if (below(2) == 0) {
      response.weight(below(1_000) / 7.0).putSegment("region", one(List.of("north", "Ünïcödé")));
    }
    return response.build();
  }

  private ScoreHistogram histogram(MetricDefinition definition) {
    return responses(definition).stream().collect(ScoreAccumulator.collector(definition));
  }

  static WeightedSums sums(List<Response> responses) {
    return responses.stream().collect(WeightedSums.collector(Conventions.NPS));
  }

  Panes panes(List<Response> responses) {
    return Panes.of(
        Conventions.NPS, one(List.of(PaneSize.values())), of(ProgramCalendar.class), responses);
  }

  private Feedback feedback() {
    Feedback.Builder feedback = Feedback.builder().id(of(FeedbackId.class)).at(of(Instant.class));
    feedback.source(one(List.of(Feedback.Source.values())));
    if (below(2) == 0) {
      feedback.author(of(MemberId.class)).language("de").rating(of(Rating.class));
    }
    return feedback.text(of(String.class)).build();
  }

  private ThemedAnswers themes() {
    ThemedAnswers themes = ThemedAnswers.none();
    for (int i = below(9); i > 0; i--) {
      themes.add(100L * (below(3) - 1), ImmutableList.of("a", "b, c", "日本").subList(0, below(4)));
    }
    return themes;
  }

  private DriverMoments moments() {
    DriverSample.Builder sample = DriverSample.builder("score", List.of("price", "advice"));
    for (int i = below(9); i > 0; i--) {
      sample.add(below(11), 1 + below(5) / 3.0, below(1_000) / 7.0);
    }
    return sample.build().moments();
  }
}
