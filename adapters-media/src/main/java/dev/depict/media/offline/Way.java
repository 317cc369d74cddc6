package dev.depict.media.offline;

import java.util.List;

/**
 * How Tesseract looks for text: by layout (its page segmentation modes), and what counts as ink.
 */
enum Way {
  /** Columns and paragraphs. */
  PAGE("3", "0"),
  /** One block, which keeps a receipt's prices beside its goods. */
  BLOCK("6", "0"),
  /** Columns and paragraphs on a ground of many colours. */
  COLOURED_PAGE("3", "2"),
  /** Words anywhere, on a ground of many colours: signs and maps. */
  SCATTERED("11", "2");

  static final List<Way> FOR_MUCH_TEXT = List.of(BLOCK);
  static final List<Way> FOR_LITTLE_TEXT = List.of(COLOURED_PAGE, SCATTERED);

  private final String segmentation;

  /** 0 is one threshold for the whole picture (Otsu), 2 is one for each place (Sauvola). */
  private final String thresholding;

  Way(String segmentation, String thresholding) {
    this.segmentation = segmentation;
    this.thresholding = thresholding;
  }

  List<String> options() {
    return List.of("--psm", segmentation, "-c", "thresholding_method=" + thresholding);
  }
}
