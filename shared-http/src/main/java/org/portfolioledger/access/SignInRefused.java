package org.portfolioledger.access;

import org.portfolioledger.http.HttpProblem;
import org.portfolioledger.http.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.AccountStatusException;

/**
 * Why somebody is not signed in, as the problem with which the request is answered. Whoever recognises what was sent has the
 * last word: after this kind of exception no other way to sign in is tried.
 */
public final class SignInRefused extends AccountStatusException {

    private static final long serialVersionUID = 1L;

    private static final Logger LOG = LoggerFactory.getLogger(SignInRefused.class);

    private final transient Problem problem;

    public SignInRefused(Problem problem) {
        super(problem.getMessage());
        this.problem = problem;
    }

    /** A token that is not accepted (RFC 6750, 3.1). */
    static SignInRefused token(String reason) {
        return new SignInRefused(Problem.of(HttpProblem.NOT_AUTHENTICATED, reason)
                .header("WWW-Authenticate", Challenges.invalidToken(reason)));
    }

    /** A password that is not accepted (RFC 7617). */
    public static SignInRefused password(String reason) {
        return new SignInRefused(
                Problem.of(HttpProblem.NOT_AUTHENTICATED, reason).header("WWW-Authenticate", Challenges.BASIC));
    }

    /** There were too many failures. */
    public static SignInRefused tooManyAttempts(long seconds) {
        return new SignInRefused(
                Problem.of(HttpProblem.TOO_MANY_ATTEMPTS, "The next attempt is possible in " + seconds + " seconds")
                        .header("Retry-After", Long.toString(seconds)));
    }

    /** Whether a token counts cannot be looked up. */
    static SignInRefused unknownForNow(DataAccessException fault) {
        LOG.warn(
                "Whether a token counts cannot be looked up: {}",
                fault.getMostSpecificCause().getMessage());
        return new SignInRefused(Problem.of(
                HttpProblem.LEDGER_UNAVAILABLE, "Whether the token was revoked cannot be looked up at this moment"));
    }

    public Problem problem() {
        return problem;
    }
}
