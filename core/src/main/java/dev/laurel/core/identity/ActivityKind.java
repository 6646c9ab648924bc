package dev.laurel.core.identity;

/**
 * A kind of thing that members do, such as {@code purchase} or {@code test-drive}; open to the
 * caller's own kinds.
 */
public record ActivityKind(String value) implements Comparable<ActivityKind> {
  /** A purchase with lines. */
  public static final ActivityKind PURCHASE = new ActivityKind("purchase");

  /** A return of a purchase or of a part of it. */
  public static final ActivityKind RETURN = new ActivityKind("return");

  /** The spending of points. */
  public static final ActivityKind REDEMPTION = new ActivityKind("redemption");

  /** A drive in a vehicle before buying. */
  public static final ActivityKind TEST_DRIVE = new ActivityKind("test-drive");

  /** A published opinion. */
  public static final ActivityKind REVIEW = new ActivityKind("review");

  /** An answer to a survey. */
  public static final ActivityKind SURVEY_ANSWERED = new ActivityKind("survey-answered");

  /** A new member brought in by another. */
  public static final ActivityKind REFERRAL = new ActivityKind("referral");

  /** Something done in an app. */
  public static final ActivityKind APP_EVENT = new ActivityKind("app-event");

  /** Something a vehicle reported, such as its mileage. */
  public static final ActivityKind VEHICLE_EVENT = new ActivityKind("vehicle-event");

  /**
   * A name made of this text.
   *
   * @throws dev.laurel.core.failure.InvalidValueException ID_INVALID if it is blank, longer than
   *     128 characters, or holds control characters
   */
  public ActivityKind {
    value = Name.checked("activity kind", value);
  }

  /** A name made of this text. */
  public static ActivityKind of(String value) {
    return new ActivityKind(value);
  }

  @Override
  public int compareTo(ActivityKind other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
