package dev.laurel.core.ledger;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * One byte form for each value: its kind, and its parts in their declared order, each with its
 * length.
 *
 * <p>Two values have the same bytes only where they are equal. Equal values have the same bytes
 * under every locale, zone and release of Java.
 */
final class CanonicalBytes {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
  private final DataOutputStream out = new DataOutputStream(bytes);

  private CanonicalBytes() {}

  static byte[] of(LedgerEntry entry) {
    CanonicalBytes canonical = new CanonicalBytes();
    canonical.write(entry);
    return canonical.bytes.toByteArray();
  }

  private void write(Object value) {
    try {
      if (value instanceof Record) {
        writeRecord(value);
      } else if (value instanceof Collection<?> collection) {
        out.writeByte('[');
        out.writeInt(collection.size());
        collection.forEach(this::write);
      } else if (value instanceof Map<?, ?> map) {
        writeMap(map);
      } else if (value instanceof Optional<?> optional) {
        out.writeByte('?');
        out.writeBoolean(optional.isPresent());
        optional.ifPresent(this::write);
      } else if (value instanceof Enum<?> constant) {
        writeText('#', constant.name());
      } else {
        // Text, numbers, instants and dates: each has one canonical text.
        writeText('"', value.toString());
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private void writeRecord(Object value) throws IOException {
    RecordComponent[] components = value.getClass().getRecordComponents();
    writeText('{', value.getClass().getSimpleName());
    out.writeInt(components.length);
    for (RecordComponent component : components) {
      write(Components.read(component, value));
    }
  }

  private void writeMap(Map<?, ?> map) throws IOException {
    out.writeByte('<');
    out.writeInt(map.size());
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      write(entry.getKey());
      write(entry.getValue());
    }
  }

  private void writeText(char kind, String text) throws IOException {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    out.writeByte(kind);
    out.writeInt(utf8.length);
    out.write(utf8);
  }
}
