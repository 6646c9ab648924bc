package dev.laurel.core.program;

/** Somebody who wants to hear what happens while a run goes on; every method may stay empty. */
public interface RunListener {
  /** A listener that hears nothing. */
  static RunListener silent() {
    return new RunListener() {};
  }

  /** A submission was carried out. */
  default void onDone(Effect effect) {}

  /** A submission came again. */
  default void onDuplicate(Submission submission) {}

  /** A submission was rejected. */
  default void onRejected(Submission submission, Rejection reason) {}

  /** So many submissions have been read; told every 10,000. */
  default void onProgress(long submitted) {}
}
