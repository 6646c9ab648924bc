package dev.laurel.core.json;

/** The names of types in JSON and in its schema. */
final class Names {
  private Names() {}

  /** The name of a type among all: {@code ledger.LedgerCommand.Accrue}. */
  static String of(Class<?> type) {
    String full = type.getName();
    int end = type.getPackageName().length();
    return full.substring(full.lastIndexOf('.', end - 1) + 1).replace('$', '.');
  }

  /**
   * The name of a case within its family: {@code adjust-up} for {@code AdjustUp}, {@code calendar}
   * for the {@code CalendarWindow} of {@code Window}.
   */
  static String of(Class<?> type, Class<?> family) {
    String name = type.getSimpleName();
    String end = family.getSimpleName();
    boolean repeats = name.endsWith(end) && name.length() > end.length();
    String own = repeats ? name.substring(0, name.length() - end.length()) : name;
    StringBuilder kebab = new StringBuilder();
    for (int i = 0; i < own.length(); i++) {
      char c = own.charAt(i);
      boolean isCapital = c >= 'A' && c <= 'Z';
      kebab.append(isCapital && i > 0 ? "-" : "").append(isCapital ? (char) (c + 32) : c);
    }
    return kebab.toString();
  }
}
