package dev.laurel.examples.intake;

import java.util.ArrayList;
import java.util.List;

/** What a column means. */
enum Role {
  ID("id"),
  MEMBER("member"),
  KIND("kind"),
  OCCURRED_AT("occurredAt"),
  OCCURRED_TIME("occurredTime"),
  RECORDED_AT("recordedAt"),
  AMOUNT("amount"),
  CURRENCY("currency"),
  QUANTITY("quantity"),
  SKU("sku"),
  CATEGORY("category"),
  TAX("tax"),
  DISCOUNT("discount"),
  SHIPPING("shipping"),
  PAID_BY_POINTS("paidByPoints"),
  TENDER("tender"),
  CHANNEL("channel"),
  PARTNER("partner"),
  LOCATION("location"),
  SUBJECT("subject"),
  REFERRED("referred"),
  PURCHASE("purchase"),
  POINTS("points"),
  POINT_TYPE("pointType"),
  STATUS("status"),
  STATUS_FACTOR("statusFactor"),
  SEGMENT("segment"),
  ENROLLED_ON("enrolledOn");

  private final String key;

  Role(String key) {
    this.key = key;
  }

  /** The name in a mapping file. */
  String key() {
    return key;
  }

  static Role of(String key) {
    for (Role role : values()) {
      if (role.key.equals(key)) {
        return role;
      }
    }
    throw new InputFailure(
        InputFailure.Code.MAPPING_INVALID, "columns must be among " + keys() + ": '" + key + "'");
  }

  private static List<String> keys() {
    List<String> keys = new ArrayList<>();
    for (Role role : values()) {
      keys.add(role.key);
    }
    return keys;
  }
}
