package org.portfolioledger.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

/** A tree as RFC 6962, section 2.1, defines it, without any thought of speed. Hashes are in hexadecimal. */
record PlainTree(List<String> leaves) {

    static String leaf(byte[] entry) {
        return sha256("00" + HexFormat.of().formatHex(entry));
    }

    static PlainTree random(int size, Random random) {
        List<String> leaves = new ArrayList<>();
        for (int i = 0; i < size; i++)
            leaves.add(leaf(Long.toString(random.nextLong()).getBytes(UTF_8)));
        return new PlainTree(leaves);
    }

    String root() {
        int size = leaves.size();
        if (size == 0) return sha256("");
        if (size == 1) return leaves.getFirst();
        int left = left(size);
        return sha256("01" + part(0, left).root() + part(left, size).root());
    }

    List<String> inclusion(int index) {
        List<String> path = new ArrayList<>();
        int size = leaves.size();
        if (size == 1) return path;
        int left = left(size);
        path.addAll(
                index < left ? part(0, left).inclusion(index) : part(left, size).inclusion(index - left));
        path.add(index < left ? part(left, size).root() : part(0, left).root());
        return path;
    }

    List<String> consistency(int old) {
        return subProof(old, true);
    }

    private List<String> subProof(int old, boolean whole) {
        int size = leaves.size();
        if (old == size) return whole ? List.of() : List.of(root());
        int left = left(size);
        List<String> path = new ArrayList<>();
        path.addAll(
                old <= left
                        ? part(0, left).subProof(old, whole)
                        : part(left, size).subProof(old - left, false));
        path.add(old <= left ? part(left, size).root() : part(0, left).root());
        return path;
    }

    PlainTree part(int from, int to) {
        return new PlainTree(leaves.subList(from, to));
    }

    private static int left(int size) {
        int left = 1;
        while (left * 2 < size) left *= 2;
        return left;
    }

    static NodeHash hash(String hex) {
        return NodeHash.at(HexFormat.of().parseHex(hex), 0);
    }

    static List<NodeHash> hashes(List<String> hex) {
        return hex.stream().map(PlainTree::hash).toList();
    }

    static String base64(String hex) {
        return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex));
    }

    static String sha256(String hex) {
        return HexFormat.of().formatHex(sha256(HexFormat.of().parseHex(hex)));
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
