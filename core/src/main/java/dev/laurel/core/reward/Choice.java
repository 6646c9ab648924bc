package dev.laurel.core.reward;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.identity.Codes;
import dev.laurel.core.time.TimeGate;
import java.time.Period;
import java.util.List;

/**
 * Some benefits out of many, to be chosen in time: two of five within 90 days after 40 nights.
 *
 * @param id its name in the catalogue
 * @param name its name for people
 * @param options the benefits to choose from, each at most once for each time the choice is opened
 * @param choose how many may be taken
 * @param deadline how long, from the day on which it is opened and with its last day
 */
public record Choice(
    ChoiceId id, String name, List<BenefitId> options, int choose, Period deadline) {
  /**
   * A checked choice.
   *
   * @throws InvalidValueException CONFIG_DUPLICATE if an option is named twice; QUANTITY_INVALID if
   *     fewer than one or more than all can be taken; PERIOD_INVALID as
   *     {@link TimeGate#checkPeriod}
   */
  public Choice {
    requireNonNull(id, "id");
    name = Codes.label("choice", name, 128);
    options = ImmutableList.copyOf(options);
    TimeGate.checkPeriod(deadline, "deadline");
    InvalidValueException.check(
        options.stream().distinct().count() == options.size(),
        FailureCode.CONFIG_DUPLICATE,
        "options",
        "choice '%s' must name each option once: %s",
        id,
        options);
    InvalidValueException.check(
        choose >= 1 && choose <= options.size(),
        FailureCode.QUANTITY_INVALID,
        "choose",
        "choice '%s' must let 1 to %s options be taken: %s",
        id,
        options.size(),
        choose);
  }
}
