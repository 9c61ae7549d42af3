package org.portfolioledger.command.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.access.AccessToken;
import org.portfolioledger.access.AccessTokens;
import org.portfolioledger.access.TokenScope;
import org.portfolioledger.command.AccessScope;
import org.portfolioledger.command.PersonStatus;
import org.portfolioledger.command.people.Directory;
import org.portfolioledger.http.Actor;
import org.portfolioledger.http.HttpProblem;
import org.portfolioledger.http.Problem;
import org.portfolioledger.serialization.SchemaName;
import org.portfolioledger.vocabulary.ActorKind;
import org.portfolioledger.vocabulary.ActorRole;
import org.portfolioledger.vocabulary.Grant;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Access tokens, with which tools read, and the signing out of accounts. */
@RestController
class AccessTokenEndpoint {

    static final String PATH = Catalogue.BASE + "/access-tokens";
    static final String REVOCATIONS = PATH + "/{accessToken}/revocations";
    static final String SIGN_OUTS = Catalogue.BASE + "/sign-outs";

    private static final Set<ActorRole> SEE_ALL = Set.of(ActorRole.ADMINISTRATOR, ActorRole.ASSURANCE);
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_REASON = 500;
    private static final int LONGEST_ACCOUNT = 255;
    private static final int MOST_PARTS = 50;
    private static final int YEARS = 1;

    private final AccessTokens tokens;
    private final Directory directory;

    AccessTokenEndpoint(AccessTokens tokens, Directory directory) {
        this.tokens = tokens;
        this.directory = directory;
    }

    /**
     * An access token to be issued.
     *
     * @param name what it is for, in the owner's words
     * @param scope what it may read: {@code read}, or chapters of this page such as {@code read:portfolios}
     * @param expiresOn the last day on which it counts, in Europe/London; at most a year ahead
     * @param roles at most the roles of its owner, which it has if none are stated; a role that reaches everything may be
     *     narrowed, as {@code REPORTING_READER@portfolio-PF-HOUSING}
     * @param service id in the directory of the service that will use it on behalf of its owner; absent for a personal token
     */
    @SchemaName("NewAccessToken")
    record NewToken(
            String name,
            List<String> scope,
            LocalDate expiresOn,
            @Nullable Set<Grant> roles,
            @Nullable String service) {}

    /**
     * An access token that was issued just now.
     *
     * @param token the token itself, which is shown this once and kept nowhere
     */
    @SchemaName("IssuedAccessToken")
    record IssuedToken(String token, @JsonUnwrapped AccessToken shown) {

        /** Without the token: a log might hold it. */
        @Override
        public String toString() {
            return shown.toString();
        }
    }

    /** Access tokens, in the order in which they were issued. */
    @SchemaName("AccessTokenList")
    record TokenList(List<AccessToken> items) {}

    /**
     * An account to be signed out.
     *
     * @param account as the issuer names it
     */
    @SchemaName("NewSignOut")
    record NewSignOut(String account, String reason) {}

    @PostMapping(PATH)
    @Operation(
            summary = "Issue an access token",
            description =
                    "A tool sends it as bearer, or as the password of any user name, and can only read. The answer"
                            + " shows it once. PORTFOLIO_OFFICE, BOARD_SECRETARY and MIGRATOR also issue tokens to services.")
    @ApiResponse(responseCode = "201", description = "Issued")
    ResponseEntity<IssuedToken> issue(@RequestBody NewToken wanted) {
        Actor owner = Actor.present();
        LocalDate today = LocalDate.now(CommandReader.OFFICE);
        requireWell(wanted, today);
        Instant expires = wanted.expiresOn()
                .plusDays(1)
                .atStartOfDay(CommandReader.OFFICE)
                .toInstant();
        AccessTokens.Issued issued = tokens.issue(
                owner,
                new AccessTokens.Wanted(wanted.name(), as(owner, wanted), new TokenScope(wanted.scope()), expires));
        return ResponseEntity.created(URI.create(PATH + "/" + issued.token().id()))
                .body(new IssuedToken(issued.text(), issued.token()));
    }

    private Actor as(Actor owner, NewToken wanted) {
        Set<Grant> roles = Objects.requireNonNullElse(wanted.roles(), owner.grants());
        if (!roles.stream().allMatch(grant -> isOf(owner, grant)))
            throw Problem.of(
                    HttpProblem.NOT_ALLOWED,
                    "A token has at most the roles of its owner: "
                            + owner.grants().stream()
                                    .map(Grant::toString)
                                    .sorted()
                                    .collect(Collectors.joining(", ")));
        String service = wanted.service();
        if (service == null)
            return new Actor(owner.user(), owner.person(), roles, owner.kind(), owner.onBehalfOf(), owner.markings());
        owner.requireOneOf(PeopleEndpoint.KEEPERS);
        if (owner.kind() != ActorKind.PERSON)
            throw Problem.of(
                    HttpProblem.NOT_ALLOWED, "A machine acts for a person, and lets no other machine act for it");
        String known = directory
                .spelling(service)
                .filter(id -> directory.status(id) == PersonStatus.KNOWN)
                .orElseThrow(() -> Problem.of(
                        HttpProblem.UNKNOWN_REFERENCE,
                        "The directory has no service " + service,
                        List.of(Problem.At.body("/service", "is not in the directory"))));
        return new Actor(owner.user(), known, roles, ActorKind.SERVICE, owner.person(), owner.markings());
    }

    /** Whether a role of the owner reaches as far. */
    private static boolean isOf(Actor owner, Grant wanted) {
        boolean byItself = AccessScope.of(wanted.role()) == AccessScope.EVERYTHING;
        return owner.grants().stream().anyMatch(own -> wanted.isAtMost(own, byItself));
    }

    private static void requireWell(NewToken wanted, LocalDate today) {
        List<Problem.At> faults = new ArrayList<>();
        requireText(wanted.name(), "/name", LONGEST_NAME, faults);
        if (wanted.scope() == null || wanted.scope().isEmpty())
            faults.add(Problem.At.body("/scope", RequiredFields.MISSING));
        else if (wanted.scope().size() > MOST_PARTS)
            faults.add(Problem.At.body("/scope", "may have %s parts".formatted(MOST_PARTS)));
        else
            for (int n = 0; n < wanted.scope().size(); n++)
                if (wanted.scope().get(n) == null
                        || !TokenScope.isPart(wanted.scope().get(n)))
                    faults.add(Problem.At.body("/scope/" + n, "must be read, or a chapter as in read:portfolios"));
        if (wanted.roles() != null && wanted.roles().stream().anyMatch(Objects::isNull))
            faults.add(Problem.At.body("/roles", RequiredFields.MISSING));
        LocalDate latest = today.plusYears(YEARS);
        if (wanted.expiresOn() == null) faults.add(Problem.At.body("/expiresOn", RequiredFields.MISSING));
        else if (wanted.expiresOn().isBefore(today) || wanted.expiresOn().isAfter(latest))
            faults.add(Problem.At.body("/expiresOn", "must be a day from %s to %s".formatted(today, latest)));
        if (!faults.isEmpty()) throw Problem.of(HttpProblem.MALFORMED_REQUEST, "The token cannot be issued", faults);
    }

    private static void requireText(@Nullable String text, String pointer, int longest, List<Problem.At> faults) {
        if (text == null || text.isBlank()) faults.add(Problem.At.body(pointer, RequiredFields.MISSING));
        else if (text.length() > longest)
            faults.add(
                    Problem.At.body(pointer, "has %s characters, and may have %s".formatted(text.length(), longest)));
    }

    @GetMapping(PATH)
    @Operation(
            summary = "List access tokens",
            description = "The own; ADMINISTRATOR and ASSURANCE see all. No answer shows a token itself again.")
    TokenList all(HttpServletRequest request) {
        Parameters.requireKnown(request.getParameterMap().keySet(), Set.of());
        Actor actor = Actor.present();
        boolean seesAll = SEE_ALL.stream().anyMatch(actor::is);
        return new TokenList(tokens.all(seesAll ? null : actor.person()));
    }

    @PostMapping(REVOCATIONS)
    @Operation(
            summary = "Revoke an access token",
            description = "From the next request on it is refused, by every node. Its owner and ADMINISTRATOR may."
                    + " Revoking it again changes nothing.")
    AccessToken revoke(@PathVariable String accessToken) {
        Actor actor = Actor.present();
        Optional<AccessToken> found = tokens.find(accessToken)
                .filter(token ->
                        actor.is(ActorRole.ADMINISTRATOR) || token.owner().equals(actor.person()));
        if (found.isEmpty())
            throw Problem.of(HttpProblem.NOT_FOUND, "No access token of this account has the id " + accessToken);
        tokens.revoke(accessToken, actor);
        return tokens.find(accessToken).orElseThrow();
    }

    @PostMapping(SIGN_OUTS)
    @Operation(
            summary = "Sign an account out",
            description =
                    "Whatever was issued to it until now is refused from the next request on: tokens of the issuer, and"
                            + " access tokens. ADMINISTRATOR signs any account out, as when its roles at the issuer were reduced;"
                            + " others their own.")
    @ApiResponse(responseCode = "201", description = "Signed out")
    @ResponseStatus(HttpStatus.CREATED)
    AccessTokens.SignOut signOut(@RequestBody NewSignOut wanted) {
        Actor actor = Actor.present();
        List<Problem.At> faults = new ArrayList<>();
        requireText(wanted.account(), "/account", LONGEST_ACCOUNT, faults);
        requireText(wanted.reason(), "/reason", LONGEST_REASON, faults);
        if (!faults.isEmpty()) throw Problem.of(HttpProblem.MALFORMED_REQUEST, "Nobody was signed out", faults);
        if (!wanted.account().equals(actor.user())) actor.requireOneOf(Set.of(ActorRole.ADMINISTRATOR));
        return tokens.signOut(wanted.account(), wanted.reason(), actor);
    }
}
