package dev.laurel.core.earning;

import static java.util.stream.Collectors.joining;

import dev.laurel.core.exact.Ratio;
import dev.laurel.core.money.ExactMoney;
import dev.laurel.core.points.PointType;
import dev.laurel.core.time.ProgramCalendar;
import java.util.Locale;

/** Reasons, misses and workings in words. */
final class ReasonText {
  private ReasonText() {}

  static String of(SkipReason reason, PointType points, ProgramCalendar calendar) {
    if (reason instanceof SkipReason.NotActive r) {
      return "in force " + DateText.of(r.active(), calendar) + " only";
    }
    if (reason instanceof SkipReason.OtherKind) {
      return "not for this kind of activity";
    }
    if (reason instanceof SkipReason.OtherCurrency r) {
      return "for " + r.expected() + ", not for " + r.found();
    }
    if (reason instanceof SkipReason.ConditionUnmet r) {
      return of(r.miss(), calendar);
    }
    if (reason instanceof SkipReason.NothingEligible) {
      return "nothing eligible";
    }
    if (reason instanceof SkipReason.NoStatus) {
      return "no status that multiplies";
    }
    if (reason instanceof SkipReason.NoReferral) {
      return "no referral that pays";
    }
    if (reason instanceof SkipReason.LimitReached r) {
      return "limit reached: " + r.awarded() + " of " + r.limit().times()
          + WindowText.of(r.limit().window());
    }
    if (reason instanceof SkipReason.GoalOpen r) {
      return target(r.target(), r.missing()) + " more to the goal of "
          + target(r.target(), r.target().size());
    }
    if (reason instanceof SkipReason.NoBase) {
      return "nothing to multiply";
    }
    if (reason instanceof SkipReason.Outranked r) {
      return "outranked in group '" + r.group() + "' by '" + r.winner() + "'";
    }
    if (reason instanceof SkipReason.StoppedBy r) {
      return "stopped by '" + r.rule() + "'";
    }
    if (reason instanceof SkipReason.NothingAdded) {
      return "adds nothing";
    }
    if (reason instanceof SkipReason.RoundedToZero r) {
      return "adds " + units(r.exact(), points) + ", which rounds to nothing more";
    }
    SkipReason.CapUsedUp r = (SkipReason.CapUsedUp) reason;
    return "cap '" + r.cap() + "' used up: " + units(Ratio.of(r.requested()), points)
        + " requested";
  }

  static String of(Miss miss, ProgramCalendar calendar) {
    if (miss instanceof Miss.AmountShort m) {
      return m.missing() + " more" + inLines(m.lines());
    }
    if (miss instanceof Miss.AmountOver m) {
      return "less than " + m.limit() + " only, found " + m.found() + inLines(m.lines());
    }
    if (miss instanceof Miss.WrongCurrency m) {
      return "an amount in " + m.expected() + ", not in " + m.found();
    }
    if (miss instanceof Miss.NotAPurchase) {
      return "purchases only";
    }
    if (miss instanceof Miss.CountShort m) {
      return m.missing() + " more of " + m.kind()
          + m.category().map(category -> " in category " + category).orElse("")
          + WindowText.of(m.window());
    }
    if (miss instanceof Miss.NotOneOf m) {
      return word(m.what()) + " " + ConditionText.names(m.wanted()) + " only"
          + (m.found().isEmpty() ? "" : ", found " + ConditionText.names(m.found()));
    }
    if (miss instanceof Miss.OutsideTime m) {
      return "from " + m.from() + " until " + m.until() + " only, found " + m.found();
    }
    if (miss instanceof Miss.OutsideDates m) {
      return DateText.of(m.span(), calendar) + " only, found "
          + DateText.clock(m.found(), calendar);
    }
    if (miss instanceof Miss.NotFirst m) {
      return "first purchase only, found " + m.before() + " before";
    }
    if (miss instanceof Miss.OtherAttribute m) {
      return ConditionText.owner(m.owner()) + " '" + m.key() + "' "
          + ConditionText.names(m.wanted()) + " only";
    }
    if (miss instanceof Miss.NumberShort m) {
      return ConditionText.owner(m.owner()) + " '" + m.key() + "' at least "
          + m.minimum().toPlainString()
          + m.found().map(found -> ", found " + found.toPlainString()).orElse("");
    }
    if (miss instanceof Miss.FlagNotSet m) {
      return ConditionText.owner(m.owner()) + " '" + m.key() + "' set only";
    }
    if (miss instanceof Miss.Unwanted m) {
      return "not for " + ConditionText.of(m.condition());
    }
    if (miss instanceof Miss.CustomUnmet m) {
      return "custom condition '" + m.key() + "' not met";
    }
    return ((Miss.AllOf) miss)
        .misses().stream().map(each -> of(each, calendar)).collect(joining("; and "));
  }

  static String of(Working working, PointType points) {
    if (working instanceof Working.Rated w) {
      return w.basis() + " at " + w.rate()
          + (w.carried().isZero() ? "" : ", " + units(w.carried(), points) + " carried");
    }
    if (working instanceof Working.Stepped w) {
      return w.basis() + " are " + w.count() + " x " + w.step() + ", " + w.each() + " each";
    }
    if (working instanceof Working.Counted w) {
      return w.count() + " x " + w.each();
    }
    if (working instanceof Working.Fixed) {
      return "for the event";
    }
    if (working instanceof Working.Multiplied w) {
      return "'" + w.base() + "' x " + w.factor().toDecimalString()
          + w.reason().map(reason -> " (" + reason + ")").orElse("");
    }
    if (working instanceof Working.Reached w) {
      return (w.rounds() == 1 ? "goal" : w.rounds() + " x goal") + " of "
          + target(w.target(), w.target().size()) + " reached: " + target(w.target(), w.before())
          + " before, " + target(w.target(), w.after()) + " now";
    }
    if (working instanceof Working.Referred w) {
      return "'" + w.referrer() + "' brought in '" + w.referee() + "'";
    }
    return "custom formula '" + ((Working.Coded) working).key() + "'";
  }

  /** Exact units as points for reading: {@code 29.985 stars}. */
  static String units(Ratio units, PointType points) {
    return Decimals.of(units, points.scale()) + " " + points;
  }

  private static String inLines(Condition lines) {
    return lines instanceof Condition.Always ? "" : " in " + ConditionText.of(lines);
  }

  private static String word(Miss.What what) {
    return what.name().toLowerCase(Locale.ROOT);
  }

  private static String target(GoalTarget target, long size) {
    if (target instanceof GoalTarget.Amount amount) {
      return ExactMoney.ofMinor(amount.money().currency(), size).toString();
    }
    return target instanceof GoalTarget.Events
        ? size + (size == 1 ? " event" : " events")
        : "" + size;
  }
}
