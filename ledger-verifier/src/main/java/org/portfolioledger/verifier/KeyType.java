package org.portfolioledger.verifier;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;

/** The types of keys that sign checkpoints, from C2SP's signed-note and tlog-cosignature. */
enum KeyType {
    /** Signs the text of the note. */
    ED25519(0x01, "Ed25519", 32, 64, "302a300506032b6570032100"),
    /** Signs the text and when that was. */
    COSIGNATURE_ED25519(0x04, "Ed25519", 32, 64, "302a300506032b6570032100"),
    /** Signs origin, size, root and when that was. */
    COSIGNATURE_ML_DSA_44(0x06, "ML-DSA-44", 1312, 2420, "30820532300b06096086480165030403110382052100");

    private final byte number;
    private final String algorithm;
    private final int keyBytes;
    private final int signatureBytes;
    private final byte[] x509;

    /** @param x509 in hexadecimal what X.509 puts before the key */
    KeyType(int number, String algorithm, int keyBytes, int signatureBytes, String x509) {
        this.number = (byte) number;
        this.algorithm = algorithm;
        this.keyBytes = keyBytes;
        this.signatureBytes = signatureBytes;
        this.x509 = HexFormat.of().parseHex(x509);
    }

    static KeyType of(byte number) throws Malformed {
        for (KeyType type : values()) if (type.number == number) return type;
        throw new Malformed("it is a key of the unknown type " + Byte.toUnsignedInt(number));
    }

    byte number() {
        return number;
    }

    /** Whether a signature carries the moment at which it was made. */
    boolean isTimed() {
        return this != ED25519;
    }

    String algorithm() {
        return algorithm;
    }

    int signatureBytes() {
        return signatureBytes;
    }

    PublicKey key(byte[] material) throws Malformed {
        if (material.length != keyBytes)
            throw new Malformed("a key of " + algorithm + " has " + keyBytes + " bytes, not " + material.length);
        byte[] encoded = ByteBuffer.allocate(x509.length + keyBytes)
                .put(x509)
                .put(material)
                .array();
        try {
            return KeyFactory.getInstance(algorithm).generatePublic(new X509EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new Malformed("it is not a key of " + algorithm);
        }
    }
}
