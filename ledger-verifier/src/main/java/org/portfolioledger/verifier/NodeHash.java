package org.portfolioledger.verifier;

import java.util.Arrays;

/** The hash of a leaf or node of the tree, 32 bytes (RFC 6962, section 2.1). */
final class NodeHash {

    static final int LENGTH = 32;

    /** What is hashed of a leaf begins with a zero, of a node with a one: so neither passes for the other. */
    static final byte LEAF = 0;

    static final byte NODE = 1;

    private final byte[] bytes;

    private NodeHash(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The one that stands somewhere in an array. */
    static NodeHash at(byte[] bytes, int offset) {
        return new NodeHash(Arrays.copyOfRange(bytes, offset, offset + LENGTH));
    }

    static NodeHash ofBase64(String text) throws Malformed {
        byte[] bytes = Base64Text.decode(text);
        if (bytes.length != LENGTH) throw new Malformed("it is no hash of 32 bytes: " + text);
        return new NodeHash(bytes);
    }

    /** The root of the tree without leaves. */
    static NodeHash ofNothing() {
        return sha256();
    }

    static NodeHash ofLeaf(byte[] entry) {
        return sha256(new byte[] {LEAF}, entry);
    }

    static NodeHash ofNode(NodeHash left, NodeHash right) {
        return sha256(new byte[] {NODE}, left.bytes, right.bytes);
    }

    private static NodeHash sha256(byte[]... parts) {
        Sha256 sha = new Sha256();
        for (byte[] part : parts) sha.take(part, 0, part.length);
        byte[] hash = new byte[LENGTH];
        sha.end(hash, 0);
        return new NodeHash(hash);
    }

    byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NodeHash that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** In base64. */
    @Override
    public String toString() {
        return Base64Text.encode(bytes);
    }
}
