package dev.laurel.metrics.survey;

import static dev.laurel.metrics.survey.MetricRule.answers;

/**
 * The definitions that the trade uses, by the names under which they disagree.
 *
 * <p>Of the same hundred answers on 1 to 10, one vendor's satisfaction counts 9 and 10 and
 * another's 8 to 10. Neither is wrong; they are two metrics, and have two names here.
 *
 * <p>Sources: the public help pages of Zendesk, Delighted, CustomerGauge, Formbricks and Podium; M.
 * Dixon, K. Freeman and N. Toman, "Stop Trying to Delight Your Customers", HBR 2010 (CES 1.0), and
 * their "The Effortless Experience" (2013, CES 2.0).
 */
public final class Conventions {
  /** Net Promoter Score: 9 and 10 minus 0 to 6 of 0 to 10; F. Reichheld, HBR, Dec 2003. */
  public static final MetricDefinition NPS =
      net("nps", "Net Promoter Score", Scale.rising(0, 10), 9, 10, 0, 6);

  /** The same arithmetic on employees, kept apart by its name. */
  public static final MetricDefinition EMPLOYEE_NPS =
      net("enps", "Employee Net Promoter Score", Scale.rising(0, 10), 9, 10, 0, 6);

  /** Satisfaction on 1 to 5: share of 4 and 5 (Zendesk, Delighted, CustomerGauge, Formbricks). */
  public static final MetricDefinition CSAT =
      top("csat", "Customer Satisfaction", Scale.rising(1, 5), 4, 5);

  /** Satisfaction on 1 to 3: share of 3 (Zendesk, Delighted, Formbricks). */
  public static final MetricDefinition CSAT_THREE =
      top("csat-3", "Customer Satisfaction", Scale.rising(1, 3), 3, 3);

  /** Satisfaction on 1 to 4: share of 3 and 4 (Formbricks). */
  public static final MetricDefinition CSAT_FOUR =
      top("csat-4", "Customer Satisfaction", Scale.rising(1, 4), 3, 4);

  /** Satisfaction on 1 to 6: share of 5 and 6 (Formbricks). */
  public static final MetricDefinition CSAT_SIX =
      top("csat-6", "Customer Satisfaction", Scale.rising(1, 6), 5, 6);

  /** Satisfaction on 1 to 7: share of 6 and 7 (Formbricks). */
  public static final MetricDefinition CSAT_SEVEN =
      top("csat-7", "Customer Satisfaction", Scale.rising(1, 7), 6, 7);

  /** Satisfaction on 1 to 10: share of 9 and 10 (CustomerGauge). */
  public static final MetricDefinition CSAT_TEN_TOP_TWO =
      top("csat-10-top2", "Customer Satisfaction", Scale.rising(1, 10), 9, 10);

  /** Satisfaction on 1 to 10: share of 8 to 10 (Formbricks). */
  public static final MetricDefinition CSAT_TEN_TOP_THREE =
      top("csat-10-top3", "Customer Satisfaction", Scale.rising(1, 10), 8, 10);

  /** Satisfaction on 1 to 5 as share of 4 and 5 minus share of 1 and 2 (Podium). */
  public static final MetricDefinition CSAT_NET =
      net("csat-net", "Net Satisfaction", Scale.rising(1, 5), 4, 5, 1, 2);

  /** Satisfaction on 1 to 7 as share of 6 and 7 minus share of 1 to 3 (Podium). */
  public static final MetricDefinition CSAT_NET_SEVEN =
      net("csat-net-7", "Net Satisfaction", Scale.rising(1, 7), 6, 7, 1, 3);

  /** Customer Effort Score 1.0: mean of 1 to 5, "how much effort", low is good. */
  public static final MetricDefinition CES_1 =
      mean("ces-1", "Customer Effort Score 1.0", Scale.falling(1, 5));

  /** Customer Effort Score 2.0: mean of 1 to 7, "made it easy", high is good (Nicereply). */
  public static final MetricDefinition CES_2 =
      mean("ces-2", "Customer Effort Score 2.0", Scale.rising(1, 7));

  /** Effort on 1 to 7: share of 5 to 7 (Delighted, CustomerGauge). */
  public static final MetricDefinition CES_2_TOP_BOX =
      top("ces-2-top", "Customer Effort Score 2.0, top box", Scale.rising(1, 7), 5, 7);

  /** Effort on 1 to 5: share of 4 and 5 (Delighted, CustomerGauge). */
  public static final MetricDefinition CES_FIVE_TOP_BOX =
      top("ces-5-top", "Customer Effort, top box", Scale.rising(1, 5), 4, 5);

  /** The third one in use: mean of 1 to 7, "how easy", where 1 is extremely easy. */
  public static final MetricDefinition CES_HOW_EASY =
      mean("ces-how-easy", "Customer Effort, how easy", Scale.falling(1, 7));

  /**
   * Net Easy Score (BT): share of those who found it easy minus share of those who found it
   * difficult. On 1, extremely difficult, to 7, extremely easy, 5 to 7 are easy and 1 to 3
   * difficult.
   */
  public static final MetricDefinition NET_EASY =
      net("net-easy", "Net Easy Score", Scale.rising(1, 7), 5, 7, 1, 3);

  /** Stars of a review, 1 to 5: their mean. */
  public static final MetricDefinition STARS = mean("stars", "Star rating", Scale.rising(1, 5));

  private Conventions() {}

  private static MetricDefinition net(
      String name, String title, Scale scale, int goodFrom, int goodTo, int badFrom, int badTo) {
    return first(
        name,
        title,
        scale,
        MetricRule.NetScore.of(answers(goodFrom, goodTo), answers(badFrom, badTo)));
  }

  private static MetricDefinition top(String name, String title, Scale scale, int from, int to) {
    return first(name, title, scale, MetricRule.TopBox.of(answers(from, to)));
  }

  private static MetricDefinition mean(String name, String title, Scale scale) {
    return first(name, title, scale, new MetricRule.MeanAnswer());
  }

  private static MetricDefinition first(String name, String title, Scale scale, MetricRule rule) {
    MetricDefinition.Builder definition = MetricDefinition.builder().name(name).version(1);
    definition.title(title).scale(scale).rule(rule);
    return definition.build();
  }
}
