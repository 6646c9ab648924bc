package dev.laurel.examples.output;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A document on several lines, for machines that people look over the shoulder of. */
public final class PrettyJson {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private PrettyJson() {}

  /** The text of a tree. */
  public static String of(ObjectNode tree) {
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(tree);
    } catch (JsonProcessingException failure) {
      throw new IllegalStateException("a tree must be writable", failure);
    }
  }
}
