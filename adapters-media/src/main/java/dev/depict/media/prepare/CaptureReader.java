package dev.depict.media.prepare;

import com.drew.lang.ByteArrayReader;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import dev.depict.application.port.out.PreparedImage.Capture;
import dev.depict.domain.media.MediaFormat;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** Reads how a picture was taken. Damaged metadata are as good as none: the pixels may be fine. */
final class CaptureReader {
  private static final DateTimeFormatter EXIF_TIME =
      DateTimeFormatter.ofPattern("uuuu:MM:dd HH:mm:ss", Locale.ROOT);
  private static final int MAX_NAME = 60;

  private CaptureReader() {}

  static Capture read(MediaFormat format, byte[] content) {
    try {
      return ExifBlock.in(format, content).map(CaptureReader::parse).orElse(Capture.NOTHING_KNOWN);
    } catch (RuntimeException e) {
      return Capture.NOTHING_KNOWN;
    }
  }

  private static Capture parse(byte[] exif) {
    var metadata = new Metadata();
    new ExifReader().extract(new ByteArrayReader(exif), metadata);
    Optional<Directory> main = first(metadata, ExifIFD0Directory.class);
    Optional<Directory> detail = first(metadata, ExifSubIFDDirectory.class);
    return new Capture(
        main.map(CaptureReader::orientation).orElse(1),
        text(detail, ExifDirectoryBase.TAG_DATETIME_ORIGINAL)
            .or(() -> text(main, ExifDirectoryBase.TAG_DATETIME))
            .flatMap(CaptureReader::time),
        camera(main));
  }

  private static Optional<Directory> first(Metadata metadata, Class<? extends Directory> type) {
    return Optional.ofNullable(metadata.getFirstDirectoryOfType(type));
  }

  private static int orientation(Directory directory) {
    Integer stated = directory.getInteger(ExifDirectoryBase.TAG_ORIENTATION);
    return stated != null && stated >= 1 && stated <= 8 ? stated : 1;
  }

  private static Optional<LocalDateTime> time(String stated) {
    try {
      return Optional.of(LocalDateTime.parse(stated, EXIF_TIME));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Make and model; many models repeat their make. */
  private static Optional<String> camera(Optional<Directory> main) {
    String make = text(main, ExifDirectoryBase.TAG_MAKE).orElse("");
    String model = text(main, ExifDirectoryBase.TAG_MODEL).orElse("");
    boolean repeated = model.toLowerCase(Locale.ROOT).startsWith(make.toLowerCase(Locale.ROOT));
    String camera = (repeated ? model : make + " " + model).strip();
    return camera.isEmpty() ? Optional.empty() : Optional.of(camera);
  }

  /** Printable and short, whatever the file says. */
  private static Optional<String> text(Optional<Directory> directory, int tag) {
    return directory
        .flatMap(d -> Optional.ofNullable(d.getString(tag)))
        .map(value -> value.replaceAll("[\\p{Cntrl}\\s]+", " ").strip())
        .map(value -> value.substring(0, Math.min(MAX_NAME, value.length())))
        .filter(value -> !value.isEmpty());
  }
}
