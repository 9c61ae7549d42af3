package org.portfolioledger.http;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.access.SignInRefused;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/**
 * Signs users in, and slows whoever guesses passwords. A password that was right once is not computed again, so a user
 * who signed in is never slowed by what others try.
 */
final class ThrottledSignIn implements AuthenticationProvider {

    private static final int REMEMBERED = 1_000;

    private final AuthenticationProvider users;
    private final SignInThrottle throttle;
    private final SecretKeySpec key = new SecretKeySpec(random(), "HmacSHA256");

    /** By the keyed hash of name and password: neither is kept. */
    private final Map<String, Authentication> signedIn = Collections.synchronizedMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Authentication> eldest) {
            return size() > REMEMBERED;
        }
    });

    ThrottledSignIn(AuthenticationProvider users, SignInThrottle throttle) {
        this.users = users;
        this.throttle = throttle;
    }

    @Override
    public @Nullable Authentication authenticate(Authentication attempt) {
        String hash = hash(attempt.getName() + "\0" + attempt.getCredentials());
        Authentication known = signedIn.get(hash);
        if (known != null) return known;
        String user = attempt.getName();
        String address =
                attempt.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "";
        OptionalLong wait = throttle.secondsToWait(user, address);
        if (wait.isPresent()) throw SignInRefused.tooManyAttempts(wait.getAsLong());
        try {
            Authentication found = users.authenticate(attempt);
            if (found != null) signedIn.put(hash, found);
            return found;
        } catch (AuthenticationException wrong) {
            throttle.failed(user, address);
            throw wrong;
        }
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }

    private String hash(String text) {
        try {
            Mac mac = Mac.getInstance(key.getAlgorithm());
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException fault) {
            throw new IllegalStateException("every JDK has HmacSHA256", fault);
        }
    }

    private static byte[] random() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }
}
