package org.portfolioledger.ledger.proof;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * The hash of a leaf or of a node, 32 bytes: SHA-256 of a zero byte and an entry, or of a one byte and the hashes of two
 * children (RFC 6962, section 2.1). The first byte is what keeps a node from passing for a leaf.
 */
public final class TreeHash {

    /** Bytes of a hash. */
    public static final int LENGTH = 32;

    /** The root of the tree without leaves: SHA-256 of nothing. */
    public static final TreeHash EMPTY = new TreeHash(sha256().digest());

    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private final byte[] bytes;

    private TreeHash(byte[] bytes) {
        this.bytes = bytes;
    }

    /** @throws IllegalArgumentException if these are not 32 bytes */
    public static TreeHash of(byte[] bytes) {
        return at(bytes, 0, bytes.length);
    }

    /** One of several that stand one after the other, from 0. */
    static TreeHash at(byte[] hashes, int number) {
        return at(hashes, number * LENGTH, LENGTH);
    }

    private static TreeHash at(byte[] bytes, int offset, int length) {
        if (length != LENGTH) throw new IllegalArgumentException("a hash has 32 bytes, not " + length);
        return new TreeHash(Arrays.copyOfRange(bytes, offset, offset + LENGTH));
    }

    /** Of standard base64 as it is written, with padding and without a bit to spare. */
    public static TreeHash ofBase64(String text) {
        TreeHash hash = of(Base64.getDecoder().decode(text));
        // The decoder takes other bits where the last character has some to spare: then one hash would have many
        // spellings.
        if (!hash.base64().equals(text)) throw new IllegalArgumentException("not the base64 of a hash: " + text);
        return hash;
    }

    public static TreeHash ofLeaf(byte[] entry) {
        MessageDigest digest = sha256();
        digest.update(LEAF);
        return new TreeHash(digest.digest(entry));
    }

    public static TreeHash ofNode(TreeHash left, TreeHash right) {
        MessageDigest digest = sha256();
        digest.update(NODE);
        digest.update(left.bytes);
        return new TreeHash(digest.digest(right.bytes));
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    public String base64() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TreeHash that && MessageDigest.isEqual(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
