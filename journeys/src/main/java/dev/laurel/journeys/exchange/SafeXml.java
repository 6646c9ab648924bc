package dev.laurel.journeys.exchange;

import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.MalformedInputException;
import java.io.IOException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * XML that can neither reach out nor grow: no document type, no entities of its own, no other
 * documents, at most 64 levels, 64 attributes of an element, and 4 MiB from one mark to the next.
 */
final class SafeXml {
  private static final int DEEPEST = 64;
  private static final int MOST_ATTRIBUTES = 64;
  private static final long LONGEST_STRETCH = 1L << 22;
  private static final String XINCLUDE = "http://www.w3.org/2001/XInclude";
  private static final XMLInputFactory FACTORY = factory();

  private final XMLStreamReader xml;
  private final StretchedInput bytes;
  private int depth;

  SafeXml(BoundedInput in) throws IOException {
    bytes = new StretchedInput(in);
    try {
      xml = FACTORY.createXMLStreamReader(bytes);
    } catch (XMLStreamException failure) {
      throw malformed(failure);
    }
  }

  /** Goes to the next mark; false at the end of the document. */
  boolean next() throws IOException {
    try {
      bytes.mark();
      if (!xml.hasNext()) {
        return false;
      }
      check(xml.next());
      return true;
    } catch (XMLStreamException failure) {
      throw malformed(failure);
    }
  }

  boolean isStart() {
    return xml.isStartElement();
  }

  boolean isEnd() {
    return xml.isEndElement();
  }

  /** The name of the element without its prefix. */
  String name() {
    return xml.getLocalName();
  }

  /** The attribute of this name; empty if there is none. */
  String attribute(String name) {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      if (xml.getAttributeLocalName(i).equals(name)) {
        return xml.getAttributeValue(i);
      }
    }
    return "";
  }

  /** The line on which the reader stands, from 1. */
  long line() {
    return Math.max(1, xml.getLocation().getLineNumber());
  }

  private void check(int mark) {
    if (mark == XMLStreamConstants.DTD || mark == XMLStreamConstants.ENTITY_REFERENCE) {
      throw failure(
          FailureCode.XML_DTD_FORBIDDEN, "XML must have no document type and no entities");
    }
    if (mark == XMLStreamConstants.START_ELEMENT) {
      depth++;
      if (depth > DEEPEST) {
        throw failure(FailureCode.XML_LIMIT, "XML must be at most " + DEEPEST + " levels deep");
      }
      if (xml.getAttributeCount() > MOST_ATTRIBUTES) {
        throw failure(
            FailureCode.XML_LIMIT,
            "an XML element must have at most " + MOST_ATTRIBUTES + " attributes");
      }
      if (XINCLUDE.equals(xml.getNamespaceURI())) {
        throw failure(FailureCode.XML_DTD_FORBIDDEN, "XML must include no other document");
      }
    } else if (mark == XMLStreamConstants.END_ELEMENT) {
      depth--;
    }
  }

  private MalformedInputException failure(FailureCode code, String message) {
    return new MalformedInputException(code, "line " + line(), message);
  }

  private static MalformedInputException malformed(XMLStreamException failure) throws IOException {
    if (failure.getNestedException() instanceof IOException broken) {
      throw broken;
    }
    String message = String.valueOf(failure.getMessage());
    String place = failure.getLocation() == null
        ? ""
        : "line " + Math.max(1, failure.getLocation().getLineNumber());
    // The parser of the JDK numbers the messages about its own limits so.
    if (message.contains("JAXP0001")) {
      return new MalformedInputException(
          FailureCode.XML_LIMIT, place, "XML must keep to the limits of the parser");
    }
    return new MalformedInputException(
        FailureCode.XML_SYNTAX, place, "XML must be well-formed: " + place);
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
    factory.setXMLResolver((publicId, systemId, baseUri, namespace) -> {
      throw new XMLStreamException("no other document is read");
    });
    return factory;
  }

  /** Bytes that must come to a mark now and then: a value of 1 GB is never held. */
  private static final class StretchedInput extends java.io.FilterInputStream {
    private long stretch;

    StretchedInput(BoundedInput in) {
      super(in);
    }

    void mark() {
      stretch = 0;
    }

    @Override
    public int read() throws IOException {
      int read = in.read();
      grow(read < 0 ? 0 : 1);
      return read;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int read = in.read(buffer, offset, length);
      grow(Math.max(0, read));
      return read;
    }

    private void grow(int more) {
      stretch += more;
      if (stretch > LONGEST_STRETCH) {
        throw new MalformedInputException(
            FailureCode.XML_LIMIT,
            "",
            "XML must come to a mark within " + LONGEST_STRETCH + " bytes");
      }
    }
  }
}
