// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.connect;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.Certificate;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import org.trialcourier.problem.Problem;
import org.trialcourier.problem.ProblemException;

/**
 * What a file of certificate authorities holds.
 *
 * @param certificates in the order of the file
 */
public record AuthorityFile(List<X509Certificate> certificates) {
    private static final int LARGEST = 8 << 20;

    /** Keeps its own copy. */
    public AuthorityFile {
        certificates = List.copyOf(certificates);
    }

    /**
     * Reads a file in PEM or DER.
     *
     * @throws ProblemException with {@code Unreadable}, which says why
     */
    public static AuthorityFile read(Path file) throws ProblemException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] content = in.readNBytes(LARGEST);
            List<X509Certificate> found = new ArrayList<>();
            for (Certificate each :
                    CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(content))) {
                found.add((X509Certificate) each);
            }
            return new AuthorityFile(found);
        } catch (IOException | GeneralSecurityException e) {
            throw new ProblemException(new Problem.Unreadable(file.toString(), why(e)), e);
        }
    }

    private static String why(Exception e) {
        return switch (e) {
            case NoSuchFileException missing -> "why.no-file";
            case AccessDeniedException denied -> "why.not-allowed";
            default -> "why.no-certificate";
        };
    }

    /** What the authorities call themselves. */
    public List<String> names() {
        return certificates.stream().map(AuthorityFile::name).toList();
    }

    private static String name(X509Certificate certificate) {
        String whole = certificate.getSubjectX500Principal().getName();
        try {
            return new LdapName(whole)
                    .getRdns().stream()
                            .filter(part -> part.getType().equalsIgnoreCase("CN"))
                            .map(part -> String.valueOf(part.getValue()))
                            .findFirst()
                            .orElse(whole);
        } catch (InvalidNameException e) {
            return whole;
        }
    }

    /** The certificates and nothing else that stood beside them, in PEM. */
    public byte[] pem() {
        Base64.Encoder lines = Base64.getMimeEncoder(64, new byte[] {'\n'});
        StringBuilder text = new StringBuilder();
        for (X509Certificate each : certificates) {
            try {
                text.append("-----BEGIN CERTIFICATE-----\n")
                        .append(lines.encodeToString(each.getEncoded()))
                        .append("\n-----END CERTIFICATE-----\n");
            } catch (CertificateEncodingException e) {
                throw new IllegalStateException("a certificate that was read has its bytes", e);
            }
        }
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }
}
