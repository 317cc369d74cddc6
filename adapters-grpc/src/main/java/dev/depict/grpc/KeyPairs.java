package dev.depict.grpc;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells whether a key is that of a certificate. Without this a server with the wrong one starts,
 * and nobody can connect to it.
 */
final class KeyPairs {
  private static final Map<String, String> SIGNING =
      Map.of("RSA", "SHA256withRSA", "EC", "SHA256withECDSA", "EdDSA", "EdDSA");
  private static final Pattern PEM =
      Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");
  private static final byte[] ANYTHING = {1, 2, 3};

  private KeyPairs() {}

  /** Whether they belong together; false, too, when one of the files is not what it should be. */
  static boolean belong(Path certificate, Path key) {
    try {
      PublicKey open = publicKey(certificate);
      String algorithm = SIGNING.get(open.getAlgorithm());
      if (algorithm == null) {
        return true; // Of a kind that is seldom enough to be left to TLS itself.
      }
      Optional<PrivateKey> secret = privateKey(key, open.getAlgorithm());
      return secret.isPresent() && isSignedBy(algorithm, secret.get(), open);
    } catch (GeneralSecurityException | IOException | IllegalArgumentException unusable) {
      return false;
    }
  }

  private static PublicKey publicKey(Path certificate)
      throws GeneralSecurityException, IOException {
    try (InputStream in = Files.newInputStream(certificate)) {
      return CertificateFactory.getInstance("X.509").generateCertificate(in).getPublicKey();
    }
  }

  private static Optional<PrivateKey> privateKey(Path key, String algorithm)
      throws GeneralSecurityException, IOException {
    Matcher pem = PEM.matcher(Files.readString(key));
    if (!pem.find()) {
      return Optional.empty();
    }
    byte[] der = Base64.getMimeDecoder().decode(pem.group(1));
    return Optional.of(
        KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(der)));
  }

  private static boolean isSignedBy(String algorithm, PrivateKey secret, PublicKey open)
      throws GeneralSecurityException {
    Signature signature = Signature.getInstance(algorithm);
    signature.initSign(secret);
    signature.update(ANYTHING);
    byte[] signed = signature.sign();
    signature.initVerify(open);
    signature.update(ANYTHING);
    return signature.verify(signed);
  }
}
