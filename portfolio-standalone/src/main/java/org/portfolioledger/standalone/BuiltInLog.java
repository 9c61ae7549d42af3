package org.portfolioledger.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;
import org.portfolioledger.ledger.proof.HeadFile;
import org.portfolioledger.ledger.proof.LedgerLog.Signing;
import org.portfolioledger.ledger.proof.LogKey;
import org.springframework.boot.ApplicationArguments;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Signs the heads of the evaluation's ledger with a key of its own, which lies beside the database: whoever can change the one
 * can change the other. Elsewhere the key and the last head lie apart.
 */
@Configuration(proxyBeanMethods = false)
class BuiltInLog {

    private static final Duration EVERY = Duration.ofMillis(500);

    /** After the database, whose erasure erases the log as well. */
    @Bean
    Signing signing(Databases.Migrated migrated, ApplicationArguments arguments) {
        Path folder = DataFolder.log(LaunchOptions.of(arguments.getSourceArgs()).dataFolder());
        try {
            if (Files.notExists(folder.resolve("origin"))) begin(folder);
            LogKey key = LogKey.ofPem(
                    Files.readString(folder.resolve("origin")).strip(), Files.readString(folder.resolve("key.pem")));
            return new Signing(key, new HeadFile(folder.resolve("head")), Signing.NO_WITNESSES, EVERY);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /** The origin comes last: without it, the log has not begun. */
    private static void begin(Path folder) throws IOException {
        Files.createDirectories(folder, OwnerOnly.FOLDER);
        write(folder.resolve("key.pem"), newKey());
        write(folder.resolve("origin"), "portfolio-ledger.invalid/" + UUID.randomUUID() + "\n");
    }

    private static void write(Path file, String text) throws IOException {
        Files.deleteIfExists(file);
        Files.writeString(Files.createFile(file, OwnerOnly.FILE), text);
    }

    private static String newKey() {
        try {
            byte[] key = KeyPairGenerator.getInstance("Ed25519")
                    .generateKeyPair()
                    .getPrivate()
                    .getEncoded();
            return "-----BEGIN PRIVATE KEY-----\n" + Base64.getEncoder().encodeToString(key)
                    + "\n-----END PRIVATE KEY-----\n";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has Ed25519", e);
        }
    }
}
