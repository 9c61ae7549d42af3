package org.portfolioledger.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.portfolioledger.access.SignInRefused;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Whoever guesses passwords is slowed; whoever knows his is not. */
class SignInThrottleTest {

    private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 5);
    private final AtomicInteger looked = new AtomicInteger();
    private final ThrottledSignIn signIn = new ThrottledSignIn(new OneUser(), new SignInThrottle(clock::get));

    /** Knows office with the password right, and counts how often a password was compared. */
    private final class OneUser implements AuthenticationProvider {

        @Override
        public Authentication authenticate(Authentication attempt) {
            looked.incrementAndGet();
            if (attempt.getName().equals("office") && "right".equals(attempt.getCredentials()))
                return UsernamePasswordAuthenticationToken.authenticated("office", null, Set.of());
            throw new BadCredentialsException("wrong");
        }

        @Override
        public boolean supports(Class<?> authentication) {
            return true;
        }
    }

    @Test
    void after_ten_failures_the_next_attempt_waits_and_no_password_is_compared() {
        for (int n = 0; n < SignInThrottle.AT_ONCE; n++) fails("office", "guess" + n, "10.0.0.1");
        assertThat(waits("office", "guess", "10.0.0.1")).isEqualTo("6");
        assertThat(looked).hasValue(SignInThrottle.AT_ONCE);
    }

    @Test
    void an_attempt_comes_back_with_time_and_not_a_nanosecond_earlier() {
        for (int n = 0; n < SignInThrottle.AT_ONCE; n++) fails("office", "guess", "10.0.0.1");
        clock.addAndGet(SignInThrottle.PER_ATTEMPT.toNanos() - 1);
        assertThat(waits("office", "guess", "10.0.0.1")).isEqualTo("1");
        clock.addAndGet(1);
        fails("office", "guess", "10.0.0.1");
        assertThat(waits("office", "guess", "10.0.0.1")).isEqualTo("6");
    }

    @Test
    void guesses_at_one_user_are_counted_over_all_addresses_and_those_of_one_address_over_all_users() {
        for (int n = 0; n < SignInThrottle.AT_ONCE; n++) fails("office", "guess", "10.0.0." + n);
        assertThat(waits("office", "guess", "10.0.1.1")).isNotNull();
        for (int n = 0; n < SignInThrottle.AT_ONCE; n++) fails("user" + n, "guess", "10.0.2.1");
        assertThat(waits("another", "guess", "10.0.2.1")).isNotNull();
        fails("another", "guess", "10.0.3.1");
    }

    @Test
    void who_signed_in_once_is_not_slowed_by_what_others_try() {
        assertThat(signIn.authenticate(attempt("office", "right", "10.0.0.9"))).isNotNull();
        for (int n = 0; n < SignInThrottle.AT_ONCE; n++) fails("office", "guess", "10.0.0.1");
        int compared = looked.get();
        assertThat(signIn.authenticate(attempt("office", "right", "10.0.0.9"))).isNotNull();
        assertThat(looked).hasValue(compared);
        assertThat(waits("office", "guess", "10.0.0.1")).isNotNull();
    }

    @Test
    void after_enough_time_everything_is_as_before() {
        for (int n = 0; n < SignInThrottle.AT_ONCE; n++) fails("office", "guess", "10.0.0.1");
        clock.addAndGet(Duration.ofHours(1).toNanos());
        for (int n = 0; n < SignInThrottle.AT_ONCE; n++) fails("office", "guess", "10.0.0.1");
        assertThat(waits("office", "guess", "10.0.0.1")).isEqualTo("6");
    }

    private void fails(String user, String password, String address) {
        assertThatThrownBy(() -> signIn.authenticate(attempt(user, password, address)))
                .isInstanceOf(BadCredentialsException.class);
    }

    private @Nullable String waits(String user, String password, String address) {
        return catchThrowableOfType(SignInRefused.class, () -> signIn.authenticate(attempt(user, password, address)))
                .problem()
                .response()
                .getHeaders()
                .getFirst("Retry-After");
    }

    private static Authentication attempt(String user, String password, String address) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setRemoteAddr(address);
        var attempt = UsernamePasswordAuthenticationToken.unauthenticated(user, password);
        attempt.setDetails(new WebAuthenticationDetails(request));
        return attempt;
    }
}
