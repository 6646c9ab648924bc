package dev.laurel.journeys.daily;

/** What a context of life has to do with the company, the least first. */
public enum Relation {
  /** Nothing. */
  NONE,
  /** Something that the company could be of use in. */
  ADJACENT,
  /** The company or its product is met. */
  TOUCHED,
  /** It takes place in a process of the company. */
  OWNED
}
