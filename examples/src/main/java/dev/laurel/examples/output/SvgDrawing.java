package dev.laurel.examples.output;

import java.awt.Dimension;
import java.io.IOException;
import java.io.Writer;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.SVGGraphics2D;
import org.knowm.xchart.internal.chartpart.Chart;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** A chart of XChart as SVG by Batik, in the chart's own size. */
public final class SvgDrawing {
  private static final String SVG = "http://www.w3.org/2000/svg";

  private SvgDrawing() {}

  /** Writes a chart. */
  public static void write(Chart<?, ?> chart, Writer to) throws IOException {
    write(chart, Optional.empty(), to);
  }

  /** Writes a chart; letters are drawn as shapes, so a title tells a screen reader what it is. */
  public static void write(Chart<?, ?> chart, String title, Writer to) throws IOException {
    write(chart, Optional.of(title), to);
  }

  private static void write(Chart<?, ?> chart, Optional<String> title, Writer to)
      throws IOException {
    Document document = document();
    SVGGraphics2D graphics = new SVGGraphics2D(document);
    graphics.setSVGCanvasSize(new Dimension(chart.getWidth(), chart.getHeight()));
    chart.paint(graphics, chart.getWidth(), chart.getHeight());
    Element root = graphics.getRoot();
    if (title.isPresent()) {
      Element told = document.createElementNS(SVG, "title");
      told.setTextContent(title.get());
      root.insertBefore(told, root.getFirstChild());
    }
    graphics.stream(root, to, true, false);
  }

  private static Document document() {
    try {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .getDOMImplementation()
          .createDocument(SVG, "svg", null);
    } catch (ParserConfigurationException failure) {
      throw new IllegalStateException("the JDK must have a document model", failure);
    }
  }
}
