package org.portfolioledger.query.figures;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.query.answer.Rows;
import org.portfolioledger.query.answer.Rows.Among;
import org.portfolioledger.query.answer.Rows.Known;
import org.portfolioledger.query.point.TimePoint;
import org.portfolioledger.state.InitiativeState;
import org.portfolioledger.state.Kind;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.OfSubject;

/** Whose figures are meant: those of a register, of a portfolio with its initiatives, or of an initiative. */
public final class FiguresScope {

    private final String path;
    private final @Nullable String top;
    private final Map<String, InitiativeState> initiatives = new TreeMap<>();
    private final Among among;

    private FiguresScope(
            String path, @Nullable String top, Collection<Known<InitiativeState>> initiatives, Among among) {
        this.path = path;
        this.top = top;
        this.among = among;
        for (Known<InitiativeState> known : initiatives) this.initiatives.putIfAbsent(known.id(), known.state());
    }

    /** All figures of a register. */
    static FiguresScope ofRegister(String register, Collection<Known<InitiativeState>> initiatives) {
        return new FiguresScope(
                "registers/" + register,
                null,
                initiatives,
                new Among("r.register = :register", Map.of("register", register)));
    }

    /** Those of a portfolio, of its business groups and of its initiatives. */
    public static FiguresScope ofPortfolio(String portfolio, Collection<Known<InitiativeState>> initiatives) {
        List<String> streams = Stream.concat(
                        Stream.of(Kinds.PORTFOLIO.stream(portfolio)),
                        initiatives.stream().map(known -> Kinds.INITIATIVE.stream(known.id())))
                .distinct()
                .toList();
        return new FiguresScope("portfolios/" + portfolio, null, initiatives, Among.referringTo(streams));
    }

    /**
     * Those of an initiative and of some below it.
     *
     * @param ids of all of them, also where one is not there
     */
    static FiguresScope ofInitiative(
            String initiative, Set<String> ids, Collection<Known<InitiativeState>> initiatives) {
        return new FiguresScope(
                "initiatives/" + initiative,
                initiative,
                initiatives,
                Among.referringTo(ids.stream().map(Kinds.INITIATIVE::stream).toList()));
    }

    /** The path of what is read of it, below the version of the API. */
    public String path(String read) {
        return "/api/v1/" + path + "/" + read;
    }

    /** All of a kind that are of it, by id. */
    public <S extends OfSubject> List<S> all(Rows rows, TimePoint point, Kind<?, S> kind) {
        return rows.where(point, kind, among).stream().map(Known::state).toList();
    }

    /** The initiative by which something is a part of the whole; null: by itself. */
    public @Nullable String through(OfSubject part) {
        String at = part.subject().value().initiative();
        return at == null || at.equals(top) ? null : highest(at);
    }

    /** The highest initiative below the top that is the same or above one. */
    private String highest(String initiative) {
        String below = initiative;
        // At most one step for each initiative: a circle that a correction made leads nowhere.
        for (int step = 0; step < initiatives.size(); step++) {
            String parent = parent(below);
            if (parent == null || parent.equals(top) || !initiatives.containsKey(parent)) return below;
            below = parent;
        }
        return initiative;
    }

    private @Nullable String parent(String initiative) {
        InitiativeState state = initiatives.get(initiative);
        return state == null ? null : state.placement().value().parent();
    }

    /** The name of an initiative; its id where it is not there. */
    public String name(String initiative) {
        InitiativeState state = initiatives.get(initiative);
        return state == null ? initiative : state.name().value();
    }

    /** Codes of the business groups of which something is: its own, or the owners of its initiative. */
    public List<String> groups(OfSubject part) {
        String own = part.subject().value().businessGroup();
        if (own != null) return List.of(own);
        String of = part.subject().value().initiative();
        InitiativeState state = of == null ? null : initiatives.get(of);
        return state == null
                ? List.of()
                : state.owners().value().stream().sorted().toList();
    }
}
