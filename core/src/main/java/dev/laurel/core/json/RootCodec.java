package dev.laurel.core.json;

import java.util.Map;
import java.util.Set;

/**
 * A codec of objects that may stand alone as documents, with fields of the document around them.
 */
interface RootCodec extends Codec<Object> {
  /** The value, where these other names in the object have been read by someone else. */
  Object read(Node node, Place at, Set<String> known);

  /** The schema with other properties before the own ones, some of them required. */
  Node.Obj closedSchema(Schemas schemas, Map<String, Node> required, Map<String, Node> optional);
}
