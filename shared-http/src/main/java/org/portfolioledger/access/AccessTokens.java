package org.portfolioledger.access;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.http.Actor;
import org.portfolioledger.vocabulary.ActorKind;
import org.portfolioledger.vocabulary.Grant;
import org.portfolioledger.vocabulary.Marking;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables of access tokens and of accounts that were signed out. */
public final class AccessTokens {

    /** So often at most the last use of a token is written. */
    private static final Duration BETWEEN_USES = Duration.ofMinutes(1);

    private static final String SELECT = """
            select id, name, account, owner, person, kind, on_behalf_of, roles, markings, scope, issued_at, expires_at, last_used_at,
                revoked_at, revoked_by, hash from access.token""";

    private final JdbcClient jdbc;

    public AccessTokens(AccessDatabase database) {
        this.jdbc = JdbcClient.create(database.dataSource());
    }

    /**
     * What a token is to be.
     *
     * @param as whom it asks
     */
    public record Wanted(String name, Actor as, TokenScope scope, Instant expiresAt) {}

    /**
     * A token that was issued just now.
     *
     * @param text the token itself; it is kept nowhere
     */
    public record Issued(String text, AccessToken token) {

        /** Without its text: a log might hold it. */
        @Override
        public String toString() {
            return token.toString();
        }
    }

    /** Issues a token. */
    public Issued issue(Actor owner, Wanted wanted) {
        TokenSecret secret = TokenSecret.fresh();
        Actor as = wanted.as();
        jdbc.sql("""
                        insert into access.token (id, hash, name, account, owner, person, kind, on_behalf_of, roles, markings, scope, expires_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .param(secret.id())
                .param(secret.hash())
                .param(wanted.name())
                .param(owner.user())
                .param(owner.person())
                .param(as.person())
                .param(as.kind().name())
                .param(as.onBehalfOf())
                .param(as.grants().stream().map(Grant::toString).sorted().toArray(String[]::new))
                .param(as.markings().stream().map(Enum::name).sorted().toArray(String[]::new))
                .param(wanted.scope().parts().toArray(String[]::new))
                .param(wanted.expiresAt().atOffset(ZoneOffset.UTC))
                .update();
        return new Issued(secret.text(), find(secret.id()).orElseThrow());
    }

    /** All that were ever issued, in the order in which they were; of one person, or of all for null. */
    public List<AccessToken> all(@Nullable String owner) {
        JdbcClient.StatementSpec asked = owner == null
                ? jdbc.sql(SELECT + " order by issued_at, id")
                : jdbc.sql(SELECT + " where owner = ? order by issued_at, id").param(owner);
        return asked.query((row, _) -> token(row)).list();
    }

    public Optional<AccessToken> find(String id) {
        return jdbc.sql(SELECT + " where id = ?")
                .param(id)
                .query((row, _) -> token(row))
                .optional();
    }

    /** From now on it no longer counts. Revoking it again changes nothing. */
    public void revoke(String id, Actor by) {
        jdbc.sql("update access.token set revoked_at = now(), revoked_by = ? where id = ? and revoked_at is null")
                .param(by.person())
                .param(id)
                .update();
    }

    /**
     * A token as it is looked up at the sign-in.
     *
     * @param fits whether the secret is the one whose hash is kept
     * @param counts whether it is neither revoked nor expired, and nobody was erased from the directory whose it is
     * @param noted whether its last use was written a moment ago
     */
    private record Shown(AccessToken token, boolean fits, boolean counts, boolean noted) {}

    /** Who asks with a token; empty if there is no such token, or it no longer counts. */
    Optional<AccessToken> use(TokenSecret secret) {
        Optional<Shown> found = jdbc.sql("""
                        select *, revoked_at is null and expires_at > now() and not exists (
                                select from directory.person p where p.erased_at is not null
                                  and lower(p.id) in (lower(owner), lower(person), lower(on_behalf_of))) as counts,
                            (last_used_at > now() - make_interval(secs => ?)) is true as noted
                        from access.token where id = ?""")
                .param(BETWEEN_USES.toSeconds())
                .param(secret.id())
                .query((row, _) -> new Shown(
                        token(row),
                        secret.fits(row.getBytes("hash")),
                        row.getBoolean("counts"),
                        row.getBoolean("noted")))
                .optional();
        if (found.isEmpty() || !found.get().fits() || !found.get().counts()) return Optional.empty();
        if (!found.get().noted()) noteUse(secret.id());
        return Optional.of(found.get().token());
    }

    private void noteUse(String id) {
        jdbc.sql("update access.token set last_used_at = now() where id = ?"
                        + " and (last_used_at is null or last_used_at <= now() - make_interval(secs => ?))")
                .param(id)
                .param(BETWEEN_USES.toSeconds())
                .update();
    }

    /**
     * An account whose tokens of before no longer count, of the issuer as well as access tokens.
     *
     * @param actor id of the person who had it signed out
     */
    public record SignOut(String account, Instant at, String reason, String actor) {}

    /** Whatever was issued to an account until now no longer counts: its access tokens are revoked. */
    public SignOut signOut(String account, String reason, Actor by) {
        return jdbc.sql("""
                        with revoked as (update access.token set revoked_at = now(), revoked_by = ?
                            where account = ? and revoked_at is null)
                        insert into access.sign_out (account, at, reason, actor) values (?, now(), ?, ?)
                        on conflict (account) do update set at = excluded.at, reason = excluded.reason, actor = excluded.actor
                        returning account, at, reason, actor""")
                .params(by.person(), account, account, reason, by.person())
                .query((row, _) -> new SignOut(
                        row.getString("account"), instant(row, "at"), row.getString("reason"), row.getString("actor")))
                .single();
    }

    /** Why tokens of some no longer count; those of whom there is nothing are missing. */
    Map<SignOuts.Subject, SignOuts.Ended> ended(Set<SignOuts.Subject> subjects) {
        Map<String, Instant> signedOut = new HashMap<>();
        Set<String> erased = new HashSet<>();
        jdbc.sql("""
                        select account as name, at from access.sign_out where account = any(?)
                        union all
                        select lower(id), null from directory.person where lower(id) = any(?) and erased_at is not null""")
                .param(subjects.stream().map(SignOuts.Subject::account).toArray(String[]::new))
                .param(subjects.stream()
                        .flatMap(subject -> subject.people().stream())
                        .map(person -> person.toLowerCase(Locale.ROOT))
                        .toArray(String[]::new))
                .query((RowCallbackHandler) row -> {
                    Instant at = optional(row, "at");
                    if (at == null) erased.add(row.getString("name"));
                    else signedOut.put(row.getString("name"), at);
                });
        Map<SignOuts.Subject, SignOuts.Ended> ended = new HashMap<>();
        for (SignOuts.Subject subject : subjects) {
            Instant at = signedOut.get(subject.account());
            Optional<String> gone = subject.people().stream()
                    .filter(person -> erased.contains(person.toLowerCase(Locale.ROOT)))
                    .min(Comparator.naturalOrder());
            if (at != null || gone.isPresent()) ended.put(subject, new SignOuts.Ended(at, gone.orElse(null)));
        }
        return ended;
    }

    private static AccessToken token(ResultSet row) throws SQLException {
        return new AccessToken(
                row.getString("id"),
                row.getString("name"),
                row.getString("account"),
                row.getString("owner"),
                row.getString("person"),
                ActorKind.valueOf(row.getString("kind")),
                row.getString("on_behalf_of"),
                roles(row.getArray("roles")),
                markings(row.getArray("markings")),
                List.of(texts(row.getArray("scope"))),
                instant(row, "issued_at"),
                instant(row, "expires_at"),
                optional(row, "last_used_at"),
                optional(row, "revoked_at"),
                row.getString("revoked_by"));
    }

    /** A role that there is no more gives nothing. */
    private static Set<Grant> roles(Array stored) throws SQLException {
        return Arrays.stream((String[]) stored.getArray())
                .flatMap(text -> Grant.read(text).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Set<Marking> markings(Array stored) throws SQLException {
        return Arrays.stream(texts(stored))
                .map(Marking::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Marking.class)));
    }

    private static String[] texts(Array stored) throws SQLException {
        return (String[]) stored.getArray();
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant optional(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
