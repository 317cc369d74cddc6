import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.Polygon;
import java.awt.RadialGradientPaint;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.AffineTransformOp;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Kernel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Draws the sample pictures: {@code java samples/GenerateSamples.java samples/}.
 *
 * <p>The same fonts (DejaVu) and the same Java bring the same bytes; all randomness has a fixed
 * seed. What each picture is for stands in README.md beside this file.
 */
final class GenerateSamples {
  private static final String SANS = "DejaVu Sans";
  private static final String SERIF = "DejaVu Serif";
  private static final String MONO = "DejaVu Sans Mono";

  private final Path folder;

  private GenerateSamples(Path folder) {
    this.folder = folder;
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    if (arguments.length != 1) {
      System.err.println("usage: java samples/GenerateSamples.java FOLDER");
      System.exit(2);
    }
    System.setProperty("java.awt.headless", "true");
    ImageIO.setUseCache(false);
    Path folder = Path.of(arguments[0]);
    Files.createDirectories(folder);
    new GenerateSamples(folder).all();
  }

  private void all() throws IOException, InterruptedException {
    byte[] receipt = jpeg(receipt(), 0.85f);
    write("receipt.jpg", receipt);
    write("receipt-copy.jpg", receipt);
    write("slide.png", png(slide()));
    write("bar-chart.png", png(barChart()));
    write("street-sign.jpg", jpeg(streetSign(), 0.85f));
    write("form.png", png(form()));
    write("book-page-en.png", png(bookPage(ENGLISH_TITLE, ENGLISH, "27")));
    write("book-page-ru.png", png(bookPage(RUSSIAN_TITLE, RUSSIAN, "114")));
    write("code.png", png(code()));
    write("map.gif", gif(map()));
    write("hills.jpg", exif(jpeg(hills(4200, 2800), 0.72f), 1, "2025:06:14 18:42:07"));
    write("menu-board.jpg", exif(jpeg(lyingOnItsSide(menuBoard()), 0.85f), 6, "2025:06:14 12:05:31"));
    webp("sunset", sunset(1280, 800));
  }

  // ---- documents ----

  private static BufferedImage receipt() {
    BufferedImage image = canvas(900, 1300, new Color(0x6B4A32));
    Graphics2D g = pen(image);
    wood(g, 900, 1300);
    g.rotate(Math.toRadians(-1.2), 450, 650);
    g.setColor(new Color(0, 0, 0, 60));
    g.fillRect(172, 72, 580, 1180);
    g.setColor(new Color(0xFBFAF4));
    g.fill(tornPaper(160, 60, 580, 1180));
    g.setColor(new Color(0x232323));
    centred(g, new Font(MONO, Font.BOLD, 40), "CORNER BAKERY", 450, 150);
    Font small = new Font(MONO, Font.PLAIN, 24);
    centred(g, small, "18 Mill Lane, Harbourton", 450, 195);
    centred(g, small, "Tel. 555-0142", 450, 228);
    dashes(g, 265);
    String[][] rows = {
      {"2 x Sourdough loaf", "9.80"},
      {"1 x Rye bread", "4.20"},
      {"3 x Croissant", "7.50"},
      {"1 x Apple tart", "5.60"},
      {"2 x Flat white", "7.00"},
      {"1 x Orange juice", "3.40"},
      {"1 x Paper bag", "0.20"},
    };
    Font item = new Font(MONO, Font.PLAIN, 27);
    int y = 325;
    for (String[] row : rows) {
      twoColumns(g, item, row[0], row[1], 200, 700, y);
      y += 56;
    }
    dashes(g, y - 15);
    twoColumns(g, item, "Subtotal", "37.70", 200, 700, y + 40);
    twoColumns(g, item, "VAT 8 %", "3.02", 200, 700, y + 90);
    twoColumns(g, new Font(MONO, Font.BOLD, 40), "TOTAL", "40.72", 200, 700, y + 155);
    twoColumns(g, item, "Paid by card", "40.72", 200, 700, y + 210);
    dashes(g, y + 245);
    centred(g, small, "14 June 2025   09:17   Till 2", 450, y + 295);
    centred(g, small, "Thank you for your visit!", 450, y + 335);
    barcode(g, 270, y + 365, 360, 90);
    centred(g, small, "4 006381 333931", 450, y + 485);
    g.dispose();
    return image;
  }

  private static void wood(Graphics2D g, int width, int height) {
    var random = new Random(11);
    for (int x = 0; x < width; x += 3) {
      int shade = random.nextInt(26) + (x / 150 % 2) * 8;
      g.setColor(new Color(0x5A + shade, 0x3C + shade * 3 / 4, 0x26 + shade / 2));
      g.fillRect(x, 0, 3, height);
    }
    g.setColor(new Color(0, 0, 0, 70));
    for (int x = 150; x < width; x += 150) {
      g.fillRect(x, 0, 2, height);
    }
  }

  private static Path2D tornPaper(int x, int y, int width, int height) {
    var paper = new Path2D.Double();
    paper.moveTo(x, y);
    for (int step = 0; step <= width; step += 10) {
      paper.lineTo(x + step, y + (step / 10 % 2) * 7);
    }
    for (int step = width; step >= 0; step -= 10) {
      paper.lineTo(x + step, y + height - (step / 10 % 2) * 7);
    }
    paper.closePath();
    return paper;
  }

  private static void dashes(Graphics2D g, int y) {
    var solid = g.getStroke();
    g.setStroke(
        new BasicStroke(2, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 1, new float[] {9, 7}, 0));
    g.drawLine(200, y, 700, y);
    g.setStroke(solid);
  }

  private static void barcode(Graphics2D g, int x, int y, int width, int height) {
    var random = new Random(5);
    int at = x;
    while (at < x + width) {
      int bar = 2 + random.nextInt(3) * 2;
      g.fillRect(at, y, bar, height);
      at += bar + 2 + random.nextInt(3) * 2;
    }
  }

  private static BufferedImage form() {
    BufferedImage image = canvas(1100, 1400, new Color(0xFDFDFB));
    Graphics2D g = pen(image);
    g.setColor(new Color(0x1F4E79));
    g.fillRect(0, 0, 1100, 120);
    g.setColor(Color.WHITE);
    text(g, new Font(SANS, Font.BOLD, 38), "Library Card Application", 70, 76);
    g.setColor(new Color(0x444444));
    text(
        g,
        new Font(SANS, Font.PLAIN, 20),
        "Please fill in block letters and hand in at the front desk.",
        70,
        170);
    field(g, "First name", "MARGARET", 70, 230, 460);
    field(g, "Last name", "HOLLOWAY", 570, 230, 460);
    field(g, "Date of birth", "23 / 08 / 1987", 70, 370, 300);
    field(g, "Telephone", "555 0176", 410, 370, 620);
    field(g, "Street and number", "42 ORCHARD STREET", 70, 510, 960);
    field(g, "Town", "HARBOURTON", 70, 650, 620);
    field(g, "Postcode", "HB7 2QD", 730, 650, 300);
    g.setColor(new Color(0x222222));
    text(g, new Font(SANS, Font.BOLD, 22), "I would like to borrow", 70, 820);
    box(g, "Books", 70, 850, true);
    box(g, "Magazines", 320, 850, false);
    box(g, "Music", 620, 850, true);
    box(g, "Films", 850, 850, false);
    text(g, new Font(SANS, Font.BOLD, 22), "Type of card", 70, 960);
    box(g, "Adult", 70, 990, true);
    box(g, "Student", 320, 990, false);
    box(g, "Family", 620, 990, false);
    field(g, "Place and date", "HARBOURTON, 14 JUNE 2025", 70, 1100, 520);
    g.setColor(new Color(0x555555));
    text(g, new Font(SANS, Font.PLAIN, 18), "Signature", 640, 1092);
    g.drawLine(640, 1170, 1030, 1170);
    signature(g, 690, 1168);
    g.setColor(new Color(0x777777));
    text(g, new Font(SANS, Font.PLAIN, 16), "Form LC-7, page 1 of 1", 70, 1340);
    g.dispose();
    return image;
  }

  private static void field(Graphics2D g, String label, String value, int x, int y, int width) {
    g.setColor(new Color(0x555555));
    text(g, new Font(SANS, Font.PLAIN, 18), label, x, y - 8);
    g.setColor(new Color(0xF1F5F9));
    g.fillRect(x, y, width, 66);
    g.setColor(new Color(0x9AAABB));
    g.drawRect(x, y, width, 66);
    g.setColor(new Color(0x1A2F8F));
    text(g, new Font(SANS, Font.ITALIC, 29), value, x + 18, y + 44);
  }

  private static void box(Graphics2D g, String label, int x, int y, boolean ticked) {
    g.setColor(new Color(0x444444));
    g.setStroke(new BasicStroke(2));
    g.drawRect(x, y, 30, 30);
    text(g, new Font(SANS, Font.PLAIN, 24), label, x + 46, y + 25);
    if (ticked) {
      g.setColor(new Color(0x1A2F8F));
      g.setStroke(new BasicStroke(4, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
      g.drawLine(x + 5, y + 6, x + 25, y + 25);
      g.drawLine(x + 25, y + 5, x + 6, y + 26);
      g.setColor(new Color(0x222222));
    }
    g.setStroke(new BasicStroke(1));
  }

  private static void signature(Graphics2D g, int x, int y) {
    var line = new Path2D.Double();
    line.moveTo(x, y);
    line.curveTo(x + 10, y - 90, x + 40, y - 70, x + 35, y - 5);
    line.curveTo(x + 60, y - 80, x + 85, y - 60, x + 75, y - 2);
    line.curveTo(x + 95, y - 40, x + 120, y - 30, x + 110, y - 5);
    line.curveTo(x + 130, y - 35, x + 150, y - 20, x + 150, y - 4);
    line.curveTo(x + 180, y - 70, x + 190, y - 60, x + 180, y - 2);
    line.curveTo(x + 210, y - 30, x + 225, y - 25, x + 220, y - 5);
    line.curveTo(x + 250, y - 30, x + 290, y - 10, x + 340, y - 28);
    g.setColor(new Color(0x1A2F8F));
    g.setStroke(new BasicStroke(3.2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    g.draw(line);
    g.setStroke(new BasicStroke(1));
  }

  private static final String ENGLISH_TITLE = "The Lighthouse Keeper";
  private static final String[] ENGLISH = {
    "The lamp had burned for ninety years before anyone thought of writing down who had lit it."
        + " My grandfather kept no diary. He trusted the sea to remember, and the sea, as he liked"
        + " to say, forgets nothing but tells nobody.",
    "On the first evening of October a fog came in from the north and stayed for eleven days. The"
        + " gulls sat on the railing in silence. We rang the bell every two minutes, day and"
        + " night, until the sound of it was in the bread and in the blankets.",
    "On the twelfth morning the wind turned. I opened the door and saw a small blue boat, made"
        + " fast to the lower step with a careful knot. Nobody was in it. On the bench lay a"
        + " basket of apples, still wet with dew, and a letter addressed to the keeper of the"
        + " light.",
    "My grandfather read it twice, folded it, and put it into the clock. He never told us what it"
        + " said. But from that day on he lit the lamp a quarter of an hour early, as one does"
        + " for a guest who is expected.",
  };
  private static final String RUSSIAN_TITLE = "Старый сад";
  private static final String[] RUSSIAN = {
    "Дом стоял на высоком берегу, и из его окон была видна вся река: от мельницы до самого"
        + " поворота, где начинался лес. За домом был сад, такой старый, что никто в деревне уже"
        + " не помнил, кто посадил первые яблони.",
    "Осенью сад пах дождём и мёдом. Мы собирали яблоки в большие корзины и носили их на чердак."
        + " Там они лежали до весны, и зимними вечерами весь дом наполнялся их запахом.",
    "Однажды в начале октября к нам пришёл незнакомый человек в сером пальто. Он долго стоял у"
        + " калитки, потом снял шляпу и спросил, нельзя ли ему посмотреть на старую грушу возле"
        + " колодца. Бабушка молча открыла ему дверь.",
    "Он ходил по дорожкам до самого вечера, трогал рукой деревья и улыбался. Уходя, он оставил на"
        + " скамейке маленький ключ. С тех пор прошло много лет, но замка, к которому он"
        + " подходит, мы так и не нашли.",
  };

  private static BufferedImage bookPage(String title, String[] paragraphs, String number) {
    BufferedImage image = canvas(1000, 1400, new Color(0xFAF6EA));
    Graphics2D g = pen(image);
    g.setPaint(new GradientPaint(0, 0, new Color(120, 100, 60, 70), 70, 0, new Color(0, 0, 0, 0)));
    g.fillRect(0, 0, 70, 1400);
    g.setColor(new Color(0x2B2620));
    centred(g, new Font(SERIF, Font.BOLD, 40), title, 510, 170);
    g.drawLine(430, 205, 590, 205);
    Font font = new Font(SERIF, Font.PLAIN, 28);
    int y = 285;
    for (String paragraph : paragraphs) {
      y = justified(g, font, paragraph, 125, y, 770, 47) + 12;
    }
    centred(g, new Font(SERIF, Font.PLAIN, 22), number, 510, 1330);
    g.dispose();
    return image;
  }

  /** Sets a paragraph in lines of one width and returns the place of the next. */
  private static int justified(
      Graphics2D g, Font font, String paragraph, int left, int top, int width, int leading) {
    FontMetrics metrics = g.getFontMetrics(font);
    g.setFont(font);
    List<String> line = new ArrayList<>();
    int indent = 40;
    int y = top;
    for (String word : paragraph.split(" ")) {
      line.add(word);
      if (metrics.stringWidth(String.join(" ", line)) > width - indent) {
        line.removeLast();
        spread(g, metrics, line, left + indent, y, width - indent);
        line = new ArrayList<>(List.of(word));
        indent = 0;
        y += leading;
      }
    }
    g.drawString(String.join(" ", line), left + indent, y);
    return y + leading;
  }

  private static void spread(
      Graphics2D g, FontMetrics metrics, List<String> words, int left, int y, int width) {
    int letters = words.stream().mapToInt(metrics::stringWidth).sum();
    double gap = (double) (width - letters) / Math.max(1, words.size() - 1);
    double x = left;
    for (String word : words) {
      g.drawString(word, (float) x, y);
      x += metrics.stringWidth(word) + gap;
    }
  }

  // ---- screens ----

  private static BufferedImage slide() {
    BufferedImage image = canvas(1600, 900, Color.WHITE);
    Graphics2D g = pen(image);
    g.setPaint(new GradientPaint(0, 0, new Color(0x14365C), 1600, 0, new Color(0x2A7F9E)));
    g.fillRect(0, 0, 1600, 150);
    g.setColor(Color.WHITE);
    text(g, new Font(SANS, Font.BOLD, 54), "Third Quarter Results", 80, 97);
    g.setColor(new Color(0x22313F));
    Font font = new Font(SANS, Font.PLAIN, 34);
    String[] points = {
      "Revenue grew by 12 percent",
      "Four new stores opened",
      "Delivery time cut to two days",
      "Customer rating 4.7 out of 5",
    };
    int y = 270;
    for (String point : points) {
      g.setColor(new Color(0x2A7F9E));
      g.fill(new Ellipse2D.Double(84, y - 20, 16, 16));
      g.setColor(new Color(0x22313F));
      text(g, font, point, 125, y);
      y += 90;
    }
    trend(g, 880, 230, 620, 430);
    g.setColor(new Color(0xEAF3F6));
    g.fill(new RoundRectangle2D.Double(80, 690, 1440, 110, 24, 24));
    g.setColor(new Color(0x14365C));
    text(g, new Font(SANS, Font.BOLD, 32), "Next step: open the online shop in November", 120, 757);
    g.setColor(new Color(0x8496A5));
    text(g, new Font(SANS, Font.PLAIN, 20), "Harbourton Trading Company", 80, 865);
    text(g, new Font(SANS, Font.PLAIN, 20), "Page 4", 1450, 865);
    g.dispose();
    return image;
  }

  private static void trend(Graphics2D g, int x, int y, int width, int height) {
    g.setColor(new Color(0xE3E8EC));
    for (int i = 0; i <= 4; i++) {
      g.drawLine(x, y + i * height / 4, x + width, y + i * height / 4);
    }
    int[] values = {38, 45, 43, 58, 62, 71, 69, 84, 92};
    var line = new Path2D.Double();
    var area = new Path2D.Double();
    area.moveTo(x, y + height);
    for (int i = 0; i < values.length; i++) {
      double px = x + (double) i * width / (values.length - 1);
      double py = y + height - values[i] / 100.0 * height;
      if (i == 0) {
        line.moveTo(px, py);
      } else {
        line.lineTo(px, py);
      }
      area.lineTo(px, py);
    }
    area.lineTo(x + width, y + height);
    area.closePath();
    g.setPaint(
        new GradientPaint(0, y, new Color(42, 127, 158, 120), 0, y + height, new Color(42, 127, 158, 10)));
    g.fill(area);
    g.setColor(new Color(0x2A7F9E));
    g.setStroke(new BasicStroke(6, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    g.draw(line);
    g.setStroke(new BasicStroke(1));
  }

  private static BufferedImage barChart() {
    BufferedImage image = canvas(1200, 800, Color.WHITE);
    Graphics2D g = pen(image);
    g.setColor(new Color(0x222222));
    text(g, new Font(SANS, Font.BOLD, 36), "Visitors per month", 90, 75);
    g.setColor(new Color(0x666666));
    text(g, new Font(SANS, Font.PLAIN, 22), "Harbourton Museum, 2025, in thousands", 90, 112);
    Font label = new Font(SANS, Font.PLAIN, 22);
    int bottom = 700;
    for (int value = 0; value <= 50; value += 10) {
      int y = bottom - value * 11;
      g.setColor(new Color(0xDDDDDD));
      g.drawLine(90, y, 1140, y);
      g.setColor(new Color(0x555555));
      right(g, label, Integer.toString(value), 78, y + 8);
    }
    String[] months = {"January", "February", "March", "April", "May", "June"};
    int[] values = {14, 17, 25, 31, 42, 47};
    for (int i = 0; i < months.length; i++) {
      int x = 125 + i * 172;
      int height = values[i] * 11;
      g.setColor(i == 5 ? new Color(0xE4572E) : new Color(0x2E86AB));
      g.fillRect(x, bottom - height, 110, height);
      g.setColor(new Color(0x222222));
      centred(g, new Font(SANS, Font.BOLD, 24), Integer.toString(values[i]), x + 55, bottom - height - 12);
      centred(g, label, months[i], x + 55, bottom + 36);
    }
    g.setColor(new Color(0x333333));
    g.setStroke(new BasicStroke(2));
    g.drawLine(90, bottom, 1140, bottom);
    g.setColor(new Color(0x777777));
    text(g, new Font(SANS, Font.PLAIN, 18), "Source: ticket office", 90, 780);
    g.dispose();
    return image;
  }

  private static BufferedImage code() {
    BufferedImage image = canvas(1280, 800, new Color(0x1E1F29));
    Graphics2D g = pen(image);
    g.setColor(new Color(0x2B2D3A));
    g.fillRect(0, 0, 1280, 52);
    int[] lights = {0xFF5F57, 0xFEBC2E, 0x28C840};
    for (int i = 0; i < lights.length; i++) {
      g.setColor(new Color(lights[i]));
      g.fill(new Ellipse2D.Double(22 + i * 30, 17, 17, 17));
    }
    g.setColor(new Color(0xB9BDCB));
    centred(g, new Font(SANS, Font.PLAIN, 20), "RetryPolicy.java", 640, 33);
    String[] lines = {
      "package dev.example.queue;",
      "",
      "import java.time.Duration;",
      "",
      "/** Decides how long a failed task waits. */",
      "public final class RetryPolicy {",
      "  private final Duration base = Duration.ofSeconds(1);",
      "  private final Duration max = Duration.ofSeconds(60);",
      "",
      "  public Duration delay(int attempt) {",
      "    long factor = 1L << Math.min(attempt, 6);",
      "    Duration wait = base.multipliedBy(factor);",
      "    return wait.compareTo(max) > 0 ? max : wait;",
      "  }",
      "}",
    };
    Font font = new Font(MONO, Font.PLAIN, 26);
    for (int i = 0; i < lines.length; i++) {
      int y = 110 + i * 44;
      g.setColor(new Color(0x5C6078));
      right(g, font, Integer.toString(i + 1), 70, y);
      codeLine(g, font, lines[i], 105, y);
    }
    g.setColor(new Color(0x3A6EA5));
    g.fillRect(0, 768, 1280, 32);
    g.setColor(Color.WHITE);
    text(g, new Font(SANS, Font.PLAIN, 17), "main     Java     UTF-8     Line 11, column 24", 20, 790);
    g.dispose();
    return image;
  }

  private static void codeLine(Graphics2D g, Font font, String line, int left, int y) {
    List<String> keywords =
        List.of("package", "import", "public", "private", "final", "class", "return", "long", "int");
    g.setFont(font);
    int advance = g.getFontMetrics().charWidth('m');
    if (line.strip().startsWith("/**")) {
      g.setColor(new Color(0x7F9F7F));
      g.drawString(line, left, y);
      return;
    }
    int column = 0;
    for (String token : line.split("(?<=\\W)|(?=\\W)")) {
      g.setColor(
          keywords.contains(token)
              ? new Color(0xFF8FC7)
              : token.matches("\\d.*")
                  ? new Color(0xC9A6FF)
                  : token.matches("[A-Z]\\w*") ? new Color(0x8BE9FD) : new Color(0xF2F2F2));
      g.drawString(token, left + column * advance, y);
      column += token.length();
    }
  }

  // ---- outdoors ----

  private static BufferedImage streetSign() {
    BufferedImage image = sky(1600, 1200, 21);
    Graphics2D g = pen(image);
    houses(g);
    g.setPaint(new GradientPaint(770, 0, new Color(0x8D949A), 830, 0, new Color(0x565D63)));
    g.fillRect(778, 330, 44, 870);
    sign(g, "ORCHARD STREET", 400, 380, 800, 190, new Color(0x0B5D3B));
    sign(g, "HARBOUR 2 km", 480, 620, 640, 150, new Color(0x1D4F91));
    g.dispose();
    return grain(image, 2, 22);
  }

  private static void houses(Graphics2D g) {
    var random = new Random(8);
    int x = -40;
    while (x < 1600) {
      int width = 170 + random.nextInt(120);
      int top = 800 + random.nextInt(140);
      int tone = random.nextInt(50);
      g.setColor(new Color(0xA0 + tone, 0x7A + tone, 0x60 + tone));
      g.fillRect(x, top, width, 1200 - top);
      g.setColor(new Color(0x6A, 0x3A + tone / 3, 0x30));
      g.fillPolygon(
          new Polygon(
              new int[] {x - 14, x + width / 2, x + width + 14},
              new int[] {top, top - 90, top},
              3));
      g.setColor(new Color(0x3E4A56));
      for (int wx = x + 26; wx + 40 < x + width; wx += 68) {
        for (int wy = top + 40; wy < 1140; wy += 100) {
          g.fillRect(wx, wy, 36, 54);
        }
      }
      x += width + 6;
    }
  }

  private static void sign(Graphics2D g, String words, int x, int y, int width, int height, Color colour) {
    g.setColor(new Color(0, 0, 0, 70));
    g.fill(new RoundRectangle2D.Double(x + 10, y + 12, width, height, 34, 34));
    g.setColor(Color.WHITE);
    g.fill(new RoundRectangle2D.Double(x, y, width, height, 34, 34));
    g.setColor(colour);
    g.fill(new RoundRectangle2D.Double(x + 9, y + 9, width - 18, height - 18, 26, 26));
    g.setColor(Color.WHITE);
    centred(g, new Font(SANS, Font.BOLD, height * 17 / 50), words, x + width / 2, y + height * 31 / 50);
  }

  private static BufferedImage menuBoard() {
    BufferedImage image = canvas(900, 1200, new Color(0xB9A58A));
    Graphics2D g = pen(image);
    var random = new Random(3);
    for (int row = 0; row < 1200; row += 50) {
      for (int x = -60 + row / 50 % 2 * 60; x < 900; x += 120) {
        int tone = random.nextInt(24);
        g.setColor(new Color(0x9C + tone, 0x58 + tone, 0x44 + tone));
        g.fillRect(x + 3, row + 3, 114, 44);
      }
    }
    g.setColor(new Color(0x5E3F22));
    g.fill(new RoundRectangle2D.Double(90, 90, 720, 1020, 20, 20));
    g.setColor(new Color(0x222826));
    g.fillRect(125, 125, 650, 950);
    g.setColor(new Color(0xF4F1E6));
    centred(g, new Font(SERIF, Font.BOLD, 64), "Today's Menu", 450, 235);
    g.fillRect(250, 262, 400, 3);
    String[][] dishes = {
      {"Tomato soup", "4.50"},
      {"Garden salad", "5.20"},
      {"Fish pie", "11.80"},
      {"Mushroom risotto", "10.40"},
      {"Lemon cake", "3.90"},
    };
    int y = 365;
    for (String[] dish : dishes) {
      twoColumns(g, new Font(SERIF, Font.PLAIN, 42), dish[0], dish[1], 175, 725, y);
      y += 100;
    }
    g.setColor(new Color(0xF3D46B));
    centred(g, new Font(SERIF, Font.ITALIC, 42), "Fresh bread every morning", 450, 920);
    g.setColor(new Color(0xF4F1E6));
    centred(g, new Font(SERIF, Font.PLAIN, 32), "Open from 11 until 17", 450, 1000);
    g.dispose();
    return grain(image, 5, 4);
  }

  /** As a camera held upright stores it: the scene's right side is its first row. */
  private static BufferedImage lyingOnItsSide(BufferedImage upright) {
    var turn = new AffineTransform(0, -1, 1, 0, 0, upright.getWidth());
    var stored =
        new BufferedImage(upright.getHeight(), upright.getWidth(), BufferedImage.TYPE_INT_RGB);
    new AffineTransformOp(turn, AffineTransformOp.TYPE_NEAREST_NEIGHBOR).filter(upright, stored);
    return stored;
  }

  private static BufferedImage hills(int width, int height) {
    BufferedImage image = sky(width, height, 77);
    Graphics2D g = pen(image);
    int sunX = width * 3 / 4;
    int sunY = height / 4;
    g.setPaint(
        new RadialGradientPaint(
            sunX,
            sunY,
            height / 3f,
            new float[] {0, 0.16f, 0.2f, 1},
            new Color[] {
              new Color(255, 252, 225),
              new Color(255, 246, 200),
              new Color(255, 240, 190, 120),
              new Color(255, 240, 200, 0)
            }));
    g.fillRect(0, 0, width, height);
    Color far = new Color(0x9DB4C4);
    Color near = new Color(0x2F5A2A);
    for (int layer = 0; layer < 6; layer++) {
      double part = layer / 5.0;
      g.setPaint(
          new GradientPaint(
              0,
              height * 0.45f,
              mix(far, near, part),
              0,
              height,
              mix(mix(far, near, part), new Color(0x7FA050), 0.45 * part)));
      g.fill(ridge(width, height, layer, part));
    }
    trees(g, width, height);
    g.dispose();
    return grain(image, 5, 90);
  }

  private static Path2D ridge(int width, int height, int layer, double part) {
    var random = new Random(100 + layer);
    double[] phases = random.doubles(6, 0, Math.TAU).toArray();
    var ridge = new Path2D.Double();
    ridge.moveTo(0, height);
    for (int x = 0; x <= width; x += 4) {
      double y = height * (0.46 + 0.085 * layer);
      double swing = height * (0.055 - 0.03 * part);
      for (int wave = 0; wave < phases.length; wave++) {
        double frequency = (1.1 + wave * 1.7) * Math.TAU / width;
        y -= Math.sin(x * frequency + phases[wave]) * swing / (1 + wave * 1.3);
      }
      ridge.lineTo(x, y);
    }
    ridge.lineTo(width, height);
    ridge.closePath();
    return ridge;
  }

  private static void trees(Graphics2D g, int width, int height) {
    var random = new Random(55);
    for (int i = 0; i < 150; i++) {
      double depth = Math.sqrt((i + 1) / 150.0);
      double size = height * (0.016 + 0.052 * depth);
      double x = random.nextDouble() * width;
      double y = height * (0.86 + 0.13 * depth) + random.nextGaussian() * height * 0.006;
      int tone = random.nextInt(26);
      for (int tier = 0; tier < 4; tier++) {
        double half = size * (0.12 + 0.1 * tier);
        double top = y - size * (1.55 - 0.36 * tier);
        var tree = new Path2D.Double();
        tree.moveTo(x, top);
        tree.lineTo(x - half, top + size * 0.58);
        tree.lineTo(x + half, top + size * 0.58);
        tree.closePath();
        g.setColor(new Color(0x18 + tone / 2 + tier * 4, 0x3A + tone + tier * 5, 0x1E + tone / 2));
        g.fill(tree);
      }
    }
  }

  private static BufferedImage sunset(int width, int height) {
    BufferedImage image = canvas(width, height, Color.BLACK);
    Graphics2D g = pen(image);
    int horizon = height * 3 / 5;
    g.setPaint(new GradientPaint(0, 0, new Color(0x2B2A5E), 0, horizon, new Color(0xF79B52)));
    g.fillRect(0, 0, width, horizon);
    g.setPaint(
        new RadialGradientPaint(
            width / 2f,
            horizon - 40,
            420,
            new float[] {0, 0.16f, 0.19f, 1},
            new Color[] {
              new Color(0xFFF3C4), new Color(0xFFE29A), new Color(255, 200, 110, 130), new Color(255, 160, 80, 0)
            }));
    g.fillRect(0, 0, width, horizon);
    g.setPaint(new GradientPaint(0, horizon, new Color(0xC9743F), 0, height, new Color(0x1B2144)));
    g.fillRect(0, horizon, width, height - horizon);
    var random = new Random(9);
    for (int i = 0; i < 900; i++) {
      double depth = random.nextDouble();
      double y = horizon + 4 + depth * depth * (height - horizon);
      double spread = 40 + depth * 330;
      double x = width / 2.0 + random.nextGaussian() * spread;
      g.setColor(new Color(255, 214, 140, 30 + random.nextInt(90)));
      g.fill(new Ellipse2D.Double(x, y, 10 + depth * 46, 1.5 + depth * 3));
    }
    sail(g, 330, horizon + 34, 1.0);
    sail(g, 930, horizon + 10, 0.5);
    g.dispose();
    return grain(image, 3, 12);
  }

  private static void sail(Graphics2D g, double x, double y, double scale) {
    AffineTransform before = g.getTransform();
    g.translate(x, y);
    g.scale(scale, scale);
    g.setColor(new Color(0x1A1730));
    g.fillPolygon(new int[] {-70, 70, 48, -50}, new int[] {0, 0, 24, 24}, 4);
    g.fillRect(-3, -170, 5, 172);
    g.setColor(new Color(0x33264A));
    g.fillPolygon(new int[] {6, 6, 66}, new int[] {-165, -12, -12}, 3);
    g.fillPolygon(new int[] {-8, -8, -48}, new int[] {-140, -12, -12}, 3);
    g.setTransform(before);
  }

  private static BufferedImage map() {
    BufferedImage image = canvas(1100, 800, new Color(0xF2EFE4));
    Graphics2D g = pen(image);
    g.setColor(new Color(0xCFE6B8));
    g.fill(new RoundRectangle2D.Double(90, 90, 320, 230, 60, 60));
    g.setColor(new Color(0xA9D3EE));
    var river = new Path2D.Double();
    river.moveTo(-20, 640);
    river.curveTo(250, 520, 420, 720, 640, 610);
    river.curveTo(820, 520, 900, 640, 1130, 540);
    river.lineTo(1130, 640);
    river.curveTo(900, 740, 820, 620, 650, 710);
    river.curveTo(430, 820, 250, 620, -20, 740);
    river.closePath();
    g.fill(river);
    Color edge = new Color(0xC9C0A8);
    int[][] roads = {
      {-20, 380, 1120, 380}, {480, -20, 480, 820}, {820, -20, 820, 820}, {480, 170, 1120, 170}
    };
    for (int[] road : roads) {
      road(g, road, 34, edge);
    }
    for (int[] road : roads) {
      road(g, road, 28, Color.WHITE);
    }
    g.setColor(new Color(0xDDD3C0));
    int[][] blocks = {
      {530, 210, 120, 60}, {670, 220, 100, 110}, {540, 290, 90, 50}, {870, 215, 180, 110},
      {870, 60, 150, 70}, {540, 50, 210, 80}, {60, 430, 160, 90}, {250, 430, 170, 70},
      {540, 430, 100, 90}, {670, 425, 110, 70}, {880, 430, 160, 70}
    };
    for (int[] block : blocks) {
      g.fillRect(block[0], block[1], block[2], block[3]);
    }
    g.setColor(new Color(0x3D5C2A));
    centred(g, new Font(SANS, Font.BOLD, 28), "Castle Park", 250, 215);
    g.setColor(new Color(0x2E6A94));
    centred(g, new Font(SANS, Font.ITALIC, 28), "River Alder", 240, 665);
    g.setColor(new Color(0x444444));
    centred(g, new Font(SANS, Font.PLAIN, 22), "Orchard Street", 220, 388);
    centred(g, new Font(SANS, Font.PLAIN, 22), "Mill Lane", 950, 178);
    centred(g, new Font(SANS, Font.PLAIN, 22), "Orchard Street", 650, 388);
    place(g, 720, 275, "Museum", new Color(0x8A3FA0));
    place(g, 950, 270, "Station", new Color(0xC23B22));
    place(g, 585, 475, "Library", new Color(0x1D5FA8));
    g.setColor(new Color(0x333333));
    g.fillRect(860, 745, 160, 6);
    centred(g, new Font(SANS, Font.PLAIN, 20), "200 metres", 940, 735);
    g.fillPolygon(new int[] {1040, 1056, 1072}, new int[] {70, 24, 70}, 3);
    centred(g, new Font(SANS, Font.BOLD, 24), "N", 1056, 96);
    g.dispose();
    return image;
  }

  private static void road(Graphics2D g, int[] road, int width, Color colour) {
    g.setColor(colour);
    g.setStroke(new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    g.drawLine(road[0], road[1], road[2], road[3]);
    g.setStroke(new BasicStroke(1));
  }

  private static void place(Graphics2D g, int x, int y, String name, Color colour) {
    g.setColor(colour);
    g.fill(new Ellipse2D.Double(x - 11, y - 34, 22, 22));
    g.fillPolygon(new int[] {x - 9, x + 9, x}, new int[] {y - 17, y - 17, y}, 3);
    g.setColor(Color.WHITE);
    g.fill(new Ellipse2D.Double(x - 4, y - 27, 8, 8));
    g.setColor(new Color(0x222222));
    centred(g, new Font(SANS, Font.BOLD, 22), name, x, y + 24);
  }

  // ---- pencils ----

  private static BufferedImage canvas(int width, int height, Color colour) {
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.setColor(colour);
    g.fillRect(0, 0, width, height);
    g.dispose();
    return image;
  }

  private static Graphics2D pen(BufferedImage image) {
    Graphics2D g = image.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    g.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    return g;
  }

  private static void text(Graphics2D g, Font font, String words, int x, int y) {
    g.setFont(font);
    g.drawString(words, x, y);
  }

  private static void centred(Graphics2D g, Font font, String words, int x, int y) {
    text(g, font, words, x - g.getFontMetrics(font).stringWidth(words) / 2, y);
  }

  private static void right(Graphics2D g, Font font, String words, int x, int y) {
    text(g, font, words, x - g.getFontMetrics(font).stringWidth(words), y);
  }

  private static void twoColumns(
      Graphics2D g, Font font, String left, String right, int from, int to, int y) {
    text(g, font, left, from, y);
    right(g, font, right, to, y);
  }

  /** A sky with clouds made of smooth noise. */
  private static BufferedImage sky(int width, int height, long seed) {
    BufferedImage image = canvas(width, height, Color.WHITE);
    double[][] field = noise(seed);
    for (int y = 0; y < height; y++) {
      Color clear = mix(new Color(0x4E8FD0), new Color(0xD5E6F2), Math.min(1, 1.5 * y / height));
      for (int x = 0; x < width; x++) {
        double u = 5.0 * x / width;
        double v = 11.0 * y / height;
        double cloud =
            0.55 * at(field, u, v) + 0.28 * at(field, 2.3 * u, 2.1 * v) + 0.17 * at(field, 5 * u, 4.6 * v);
        double cover = Math.clamp((cloud - 0.52) * 4.2, 0, 0.92);
        image.setRGB(x, y, mix(clear, new Color(0xFBFCFE), cover).getRGB());
      }
    }
    return image;
  }

  private static double[][] noise(long seed) {
    var random = new Random(seed);
    double[][] field = new double[64][64];
    for (double[] row : field) {
      Arrays.setAll(row, i -> random.nextDouble());
    }
    return field;
  }

  private static double at(double[][] field, double u, double v) {
    int x = (int) u;
    int y = (int) v;
    double fx = smooth(u - x);
    double fy = smooth(v - y);
    double top = field[y & 63][x & 63] * (1 - fx) + field[y & 63][x + 1 & 63] * fx;
    double bottom = field[y + 1 & 63][x & 63] * (1 - fx) + field[y + 1 & 63][x + 1 & 63] * fx;
    return top * (1 - fy) + bottom * fy;
  }

  private static double smooth(double t) {
    return t * t * (3 - 2 * t);
  }

  private static Color mix(Color one, Color other, double part) {
    return new Color(
        (int) (one.getRed() + (other.getRed() - one.getRed()) * part),
        (int) (one.getGreen() + (other.getGreen() - one.getGreen()) * part),
        (int) (one.getBlue() + (other.getBlue() - one.getBlue()) * part));
  }

  /** Softens a drawing a little and adds what a sensor adds. */
  private static BufferedImage grain(BufferedImage image, int strength, long seed) {
    float[] weights = {1 / 16f, 1 / 8f, 1 / 16f, 1 / 8f, 1 / 4f, 1 / 8f, 1 / 16f, 1 / 8f, 1 / 16f};
    var soft =
        new ConvolveOp(new Kernel(3, 3, weights), ConvolveOp.EDGE_NO_OP, null).filter(image, null);
    var random = new Random(seed);
    for (int y = 0; y < soft.getHeight(); y++) {
      for (int x = 0; x < soft.getWidth(); x++) {
        int noise = random.nextInt(2 * strength + 1) - strength;
        int rgb = soft.getRGB(x, y);
        soft.setRGB(
            x,
            y,
            lighten(rgb >> 16 & 0xFF, noise) << 16
                | lighten(rgb >> 8 & 0xFF, noise) << 8
                | lighten(rgb & 0xFF, noise));
      }
    }
    return soft;
  }

  private static int lighten(int value, int by) {
    return Math.clamp(value + by, 0, 255);
  }

  // ---- files ----

  private void write(String name, byte[] content) throws IOException {
    Files.write(folder.resolve(name), content);
    System.out.printf("%-20s %,9d bytes%n", name, content.length);
  }

  /** Java writes no WebP: the program cwebp does; without it the PNG stays. */
  private void webp(String name, BufferedImage image) throws IOException, InterruptedException {
    Path source = folder.resolve(name + ".png");
    Path target = folder.resolve(name + ".webp");
    Files.write(source, png(image));
    List<String> command =
        List.of("cwebp", "-quiet", "-q", "82", source.toString(), "-o", target.toString());
    try {
      if (new ProcessBuilder(command).inheritIO().start().waitFor() == 0) {
        Files.delete(source);
        System.out.printf("%-20s %,9d bytes%n", target.getFileName(), Files.size(target));
      }
    } catch (IOException e) {
      System.err.println("no program cwebp (Debian package webp): " + source + " stays a PNG");
    }
  }

  private static byte[] png(BufferedImage image) throws IOException {
    return encode("png", image, -1);
  }

  /** With the most frequent 256 colours; each other one becomes the nearest of them. */
  private static byte[] gif(BufferedImage image) throws IOException {
    int width = image.getWidth();
    int[] pixels = image.getRGB(0, 0, width, image.getHeight(), null, 0, width);
    Map<Integer, Integer> counts = new TreeMap<>();
    for (int rgb : pixels) {
      counts.merge(rgb & 0xFFFFFF, 1, Integer::sum);
    }
    int[] palette =
        counts.entrySet().stream()
            .sorted(Map.Entry.<Integer, Integer>comparingByValue().reversed())
            .mapToInt(Map.Entry::getKey)
            .limit(256)
            .toArray();
    Map<Integer, Integer> nearest = new HashMap<>();
    counts.keySet().forEach(rgb -> nearest.put(rgb, nearest(rgb, palette)));
    var model = new IndexColorModel(8, palette.length, palette, 0, false, -1, DataBuffer.TYPE_BYTE);
    var indexed =
        new BufferedImage(width, image.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, model);
    for (int i = 0; i < pixels.length; i++) {
      indexed.getRaster().setSample(i % width, i / width, 0, nearest.get(pixels[i] & 0xFFFFFF));
    }
    return encode("gif", indexed, -1);
  }

  private static int nearest(int rgb, int[] palette) {
    int best = 0;
    int least = Integer.MAX_VALUE;
    for (int i = 0; i < palette.length; i++) {
      int red = (rgb >> 16) - (palette[i] >> 16);
      int green = (rgb >> 8 & 0xFF) - (palette[i] >> 8 & 0xFF);
      int blue = (rgb & 0xFF) - (palette[i] & 0xFF);
      int distance = red * red + green * green + blue * blue;
      if (distance < least) {
        least = distance;
        best = i;
      }
    }
    return best;
  }

  private static byte[] jpeg(BufferedImage image, float quality) throws IOException {
    return encode("jpeg", image, quality);
  }

  private static byte[] encode(String format, BufferedImage image, float quality)
      throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
    ImageWriteParam param = writer.getDefaultWriteParam();
    if (quality > 0) {
      param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      param.setCompressionQuality(quality);
    }
    var bytes = new ByteArrayOutputStream();
    try (var output = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(output);
      writer.write(null, new IIOImage(image, null, null), param);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  /** The JPEG with a note of how it was taken: camera, orientation, time. */
  private static byte[] exif(byte[] jpeg, int orientation, String time) {
    byte[] camera = "Sample Camera\0".getBytes(StandardCharsets.US_ASCII);
    byte[] taken = (time + "\0").getBytes(StandardCharsets.US_ASCII);
    int texts = 8 + 2 + 3 * 12 + 4;
    ByteBuffer block = ByteBuffer.allocate(texts + camera.length + taken.length);
    block.put("MM".getBytes(StandardCharsets.US_ASCII)).putShort((short) 42).putInt(8);
    block.putShort((short) 3);
    block.putShort((short) 0x110).putShort((short) 2).putInt(camera.length).putInt(texts);
    block.putShort((short) 0x112).putShort((short) 3).putInt(1);
    block.putShort((short) orientation).putShort((short) 0);
    block.putShort((short) 0x132).putShort((short) 2).putInt(taken.length);
    block.putInt(texts + camera.length).putInt(0).put(camera).put(taken);
    ByteBuffer file = ByteBuffer.allocate(jpeg.length + 10 + block.capacity());
    file.put(jpeg, 0, 2).putShort((short) 0xFFE1).putShort((short) (8 + block.capacity()));
    file.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII)).put(block.array());
    return file.put(jpeg, 2, jpeg.length - 2).array();
  }
}
