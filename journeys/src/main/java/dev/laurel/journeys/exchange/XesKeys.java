package dev.laurel.journeys.exchange;

/** The keys of XES attributes that mean something to a log. */
final class XesKeys {
  static final String NAME = "concept:name";
  static final String AT = "time:timestamp";
  static final String CHANNEL = "laurel:channel";
  static final String STATUS = "laurel:status";
  static final String EXPERIENCE = "laurel:experience";
  static final String VALUE = "laurel:value";
  static final String SEQUENCE = "laurel:sequence";
  static final String MEMBER = "laurel:member";
  static final String OUTCOME = "laurel:outcome";
  static final String OUTCOME_VALUE = "laurel:outcome-value";
  static final String OUTCOME_SCORE = "laurel:outcome-score";

  private static final String ESCAPE = "laurel:attribute:";

  private XesKeys() {}

  /** The key under which a free attribute is written: not one that means something already. */
  static String written(String key) {
    boolean isTaken = key.equals(NAME) || key.equals(AT) || key.startsWith("laurel:");
    return isTaken ? ESCAPE + key : key;
  }

  static String read(String key) {
    return key.startsWith(ESCAPE) ? key.substring(ESCAPE.length()) : key;
  }
}
