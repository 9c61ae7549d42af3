package org.portfolioledger.access;

import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Tokens that were accepted a while ago, so that a signature is verified once and not at each request. */
final class VerifiedTokens {

    private final int most;

    /** By the hash of the token, which is not kept itself; the one that was shown longest ago goes first. */
    private final Map<String, VerifiedToken> byHash = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, VerifiedToken> eldest) {
            return size() > most;
        }
    };

    /** @param most how many it remembers */
    VerifiedTokens(int most) {
        this.most = most;
    }

    synchronized Optional<VerifiedToken> find(String hash) {
        return Optional.ofNullable(byHash.get(hash));
    }

    synchronized void keep(String hash, VerifiedToken token) {
        byHash.put(hash, token);
    }

    synchronized void forget(String hash) {
        byHash.remove(hash);
    }

    synchronized int held() {
        return byHash.size();
    }

    /** By which a token is told from all others. */
    static String hash(String token) {
        return HexFormat.of().formatHex(TokenSecret.sha256(token));
    }
}
