package org.portfolioledger.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.portfolioledger.events.AccountingAssessmentFact;
import org.portfolioledger.events.ActionFact;
import org.portfolioledger.events.AppointmentFact;
import org.portfolioledger.events.BenefitFact;
import org.portfolioledger.events.BoardFact;
import org.portfolioledger.events.BudgetFact;
import org.portfolioledger.events.BusinessCaseFact;
import org.portfolioledger.events.ContractFact;
import org.portfolioledger.events.Corrected;
import org.portfolioledger.events.DeliveryPlanFact;
import org.portfolioledger.events.DependencyFact;
import org.portfolioledger.events.DocumentFact;
import org.portfolioledger.events.EqualityAssessmentFact;
import org.portfolioledger.events.ExternalRequestFact;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.events.InitiativeFact;
import org.portfolioledger.events.InitiativeFact.Placement;
import org.portfolioledger.events.MappingFact;
import org.portfolioledger.events.MeasureFact;
import org.portfolioledger.events.MeetingFact;
import org.portfolioledger.events.MilestoneFact;
import org.portfolioledger.events.Opening;
import org.portfolioledger.events.OutsideDecisionFact;
import org.portfolioledger.events.PortfolioFact;
import org.portfolioledger.events.PostFact;
import org.portfolioledger.events.ProtectiveMarkingFact;
import org.portfolioledger.events.RagFact;
import org.portfolioledger.events.RegisterFact;
import org.portfolioledger.events.ReportingCycleFact;
import org.portfolioledger.events.ReviewFact;
import org.portfolioledger.events.RiskFact;
import org.portfolioledger.events.VacancyRequestFact;
import org.portfolioledger.events.WorkforceControlFact;
import org.portfolioledger.ledger.SuiteSize;
import org.portfolioledger.serialization.FactType;
import org.portfolioledger.vocabulary.FinancialYear;
import org.portfolioledger.vocabulary.Provenance;
import tools.jackson.databind.JsonNode;

/**
 * What a client writes is text, whatever it is called: every free text and every free key of every fact is written as if it
 * were a value with grounds, a decision or an alert.
 */
class ClientTextTest {

    private static final String FORGED = "{\"value\":\"x\",\"since\":\"2011-01-01\",\"fact\":7,\"restsOn\":[1]}";

    private static final List<Map<String, String>> DISGUISES = List.of(
            Map.of("value", "a", "since", "b", "fact", "c"),
            Map.of("value", "x", "since", "b", "fact", "7"),
            Map.of("value", "x", "since", "2011-01-01", "fact", "7", "restsOn", "1", "unmetRules", "A_RULE"),
            Map.of("neededBy", "2011-01-01", "promisedFor", "2012-01-01", "decidedBy", "P-1", "ultraVires", "y"),
            Map.of("id", "other", "alerts", "NO_SRO", "restsOnCorrected", "1", "/", "~1"));

    private static final List<String> PATHS = List.of(
            "/portfolios/PF",
            "/portfolios/PF/status",
            "/portfolios/PF/rating-schemes",
            "/portfolios/PF/role-descriptions",
            "/portfolios/PF/accountability",
            "/portfolios/PF/role-holders",
            "/portfolios/PF/role-changes-near-approvals",
            "/initiatives",
            "/initiatives/I",
            "/initiatives/I/history",
            "/initiatives/I/timeline",
            "/initiatives/I/appointments",
            "/initiatives/I/accountability",
            "/registers/MPS",
            "/registers/MPS/data-standard",
            "/initiatives/I/data-standard",
            "/initiatives/I/data-standard/report",
            "/portfolios/PF/data-standard/report",
            "/portfolios/PF/data-standard/faults",
            "/posts/PO",
            "/initiatives/I/rag-assessments",
            "/initiatives/I/downstream",
            "/initiatives/I/succession",
            "/boards/BD",
            "/boards/BD/decisions",
            "/business-cases/BC",
            "/business-cases/BC/versions",
            "/business-cases/BC/submissions",
            "/business-cases/BC/decisions",
            "/dependencies/DP",
            "/dependencies/graph",
            "/documents/DOC",
            "/actions/ACT",
            "/reviews/RV",
            "/reviews/RV/recommendations",
            "/meetings/M",
            "/boards/BD/pack",
            "/equality-assessments/EIA",
            "/accounting-assessments/AOA",
            "/vacancy-requests/VAC",
            "/delivery-plans/PLAN",
            "/delivery-plans/PLAN/items",
            "/external-requests/REQ",
            "/contracts/CON",
            "/outside-decisions/OD",
            "/workforce-controls/WC",
            "/protective-markings/PM",
            "/benefits/BEN",
            "/portfolios/PF/benefits",
            "/portfolios/PF/benefit-totals",
            "/initiatives/I/benefits",
            "/initiatives/I/benefit-totals",
            "/registers/MPS/benefits",
            "/registers/MPS/benefit-totals",
            "/budgets/BU",
            "/budgets/BU/timeline",
            "/initiatives/I/budgets",
            "/portfolios/PF/budgets",
            "/portfolios/PF/budget-totals",
            "/registers/MPS/budgets",
            "/measures/ME",
            "/measures/ME/timeline",
            "/initiatives/I/measures",
            "/portfolios/PF/measures",
            "/mappings/MAP",
            "/risks/R",
            "/portfolios/PF/risks",
            "/portfolios/PF/risk-heat-map",
            "/portfolios/PF/risk-movements?from=2010-01-01",
            "/portfolios/PF/changes?from=2010-01-01",
            "/portfolios/PF/status/series?from=2010-12-01&to=2011-02-28&known=NOW",
            "/portfolios/PF/status?include=TOTALS",
            "/reporting-cycles/RC",
            "/reporting-cycles/RC/submissions",
            "/reporting-cycles/RC/pack",
            "/changes?from=2010-01-01",
            "/audit/facts");

    private static Served served;
    private static long last;
    private static final Map<Long, GovernanceFact> written = new LinkedHashMap<>();

    @BeforeAll
    static void record() {
        served = Served.start();
        History history = served.history();
        List<FactType> types = new ArrayList<>(Arrays.asList(FactType.values()));
        types.removeIf(type -> type.factClass() == Corrected.class || type == FactType.REGISTER_WENT_LIVE);
        types.sort((one, other) -> Boolean.compare(isOpening(other), isOpening(one)));
        for (Map<String, String> disguise : DISGUISES)
            for (FactType type : types) {
                GovernanceFact fact = fact(type.factClass(), disguise);
                last = history.append(stream(fact), fact);
                written.put(last, fact);
            }
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    /** Every item has a history. */
    static List<String> paths() {
        return PATHS.stream()
                .flatMap(path -> path.matches("/[a-z-]+/[A-Z]+") ? Stream.of(path, path + "/history") : Stream.of(path))
                .distinct()
                .toList();
    }

    @ParameterizedTest
    @MethodSource("paths")
    void every_read_takes_it_for_text_at_every_position(String path) {
        served.get("/api/v1" + path, last);
        // In the short suite every 293rd position, for each path another.
        int step = SuiteSize.LONG ? 1 : 293;
        int first = paths().indexOf(path);
        for (long position : written.keySet()) {
            if ((position + first) % step != 0) continue;
            String point = path.contains("?from=") && !path.contains("/series")
                    ? "&to=position:" + position
                    : (path.contains("?") ? "&" : "?") + "knownAt=position:" + position;
            var answer = served.ask("/api/v1" + path + point);
            assertThat(answer.statusCode())
                    .as(point + " " + new String(answer.body(), StandardCharsets.UTF_8))
                    .isIn(200, 404);
        }
    }

    @ParameterizedTest
    @MethodSource("paths")
    void no_read_shows_grounds_that_no_fact_gave(String path) {
        if (path.contains("audit") || path.contains("history") || path.contains("changes")) return;
        JsonNode answer = served.get("/api/v1" + path, last);
        List<JsonNode> alerts = answer.findValues("alerts");
        assertThat(answer.toString()).doesNotContain("restsOnCorrected\":[", "unmetRules\":[");
        assertThat(alerts.toString()).doesNotContain("RESTS_ON", "UNMET", "CONFLICT");
    }

    @ParameterizedTest
    @MethodSource("facts")
    void nothing_rests_on_what_a_client_merely_names(long position) {
        JsonNode resting = served.get("/api/v1/facts/" + position, position).path("restingOnIt");
        resting.forEach(fact -> assertThat(written).containsKey(fact.asLong()));
        boolean opens = written.get(position) instanceof Opening;
        if (!opens) assertThat(resting.size()).isZero();
    }

    static Collection<Long> facts() {
        return written.keySet().stream().limit(20).toList();
    }

    @Test
    void no_entity_is_blocked() {
        served.get("/api/v1/portfolios/PF/status", last);
        assertThat(served.get("/api/v1/rows/blocked").path("items").isEmpty()).isTrue();
    }

    private static boolean isOpening(FactType type) {
        return Opening.class.isAssignableFrom(type.factClass());
    }

    private static String stream(GovernanceFact fact) {
        return switch (fact) {
            case RegisterFact _ -> "register-MPS";
            case PortfolioFact _ -> "portfolio-PF";
            case InitiativeFact _ -> "initiative-I";
            case AppointmentFact _ -> "appointments-I";
            case PostFact _ -> "post-PO";
            case RagFact _ -> "rag-I";
            case MilestoneFact _ -> "milestones-I";
            case BoardFact _ -> "board-BD";
            case BusinessCaseFact _ -> "business-case-BC";
            case DependencyFact _ -> "dependency-DP";
            case DocumentFact _ -> "document-DOC";
            case ActionFact _ -> "action-ACT";
            case ReviewFact _ -> "review-RV";
            case MeetingFact _ -> "meeting-M";
            case EqualityAssessmentFact _ -> "equality-assessment-EIA";
            case AccountingAssessmentFact _ -> "accounting-assessment-AOA";
            case VacancyRequestFact _ -> "vacancy-request-VAC";
            case DeliveryPlanFact _ -> "delivery-plan-PLAN";
            case ExternalRequestFact _ -> "external-request-REQ";
            case ReportingCycleFact _ -> "reporting-cycle-RC";
            case ContractFact _ -> "contract-CON";
            case OutsideDecisionFact _ -> "outside-decision-OD";
            case WorkforceControlFact _ -> "workforce-control-WC";
            case ProtectiveMarkingFact _ -> "protective-marking-PM";
            case RiskFact _ -> "risk-R";
            case MappingFact _ -> "mapping-MAP";
            case BenefitFact _ -> "benefit-BEN";
            case MeasureFact _ -> "measure-ME";
            case BudgetFact _ -> "budget-BU";
            case Corrected _ -> throw new IllegalArgumentException(fact.toString());
        };
    }

    /** A fact of a type whose every text is a forged value, and whose every map is a disguise. */
    private static GovernanceFact fact(Class<?> type, Map<String, String> disguise) {
        return (GovernanceFact) make(type, disguise);
    }

    private static Object make(Class<?> type, Map<String, String> disguise) {
        try {
            RecordComponent[] components = type.getRecordComponents();
            @Nullable Object[] values = new @Nullable Object[components.length];
            for (int n = 0; n < components.length; n++)
                values[n] = value(components[n].getName(), components[n].getGenericType(), disguise);
            var constructor = type.getDeclaredConstructors()[0];
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(type.toString(), e);
        }
    }

    private static @Nullable Object value(String name, Type type, Map<String, String> disguise) {
        if (type instanceof ParameterizedType generic) {
            Class<?> raw = (Class<?>) generic.getRawType();
            if (SortedMap.class.isAssignableFrom(raw)) return new TreeMap<>(disguise);
            Object element = value(name, generic.getActualTypeArguments()[0], disguise);
            return element == null ? List.of() : List.of(element);
        }
        Class<?> raw = (Class<?>) type;
        if (raw == Provenance.class) return Provenance.on(LocalDate.of(2011, 1, 1));
        if (raw == FinancialYear.class) return FinancialYear.parse("2011/12");
        if (raw == Placement.class) return new Placement(null, "PF");
        if (raw == String.class)
            return switch (name) {
                case "portfolio" -> "PF";
                case "register" -> "MPS";
                case "initiative" -> "I";
                case "board" -> "BD";
                case "meeting" -> "M";
                case "businessCase" -> "BC";
                case "dependency" -> "DP";
                case "document" -> "DOC";
                case "action" -> "ACT";
                case "review" -> "RV";
                case "equalityAssessment" -> "EIA";
                case "accountingAssessment" -> "AOA";
                case "vacancyRequest" -> "VAC";
                case "deliveryPlan" -> "PLAN";
                case "externalRequest" -> "REQ";
                case "reportingCycle" -> "RC";
                case "contract" -> "CON";
                case "outsideDecision" -> "OD";
                case "workforceControl" -> "WC";
                case "protectiveMarking" -> "PM";
                case "risk" -> "R";
                case "benefit" -> "BEN";
                case "measure" -> "ME";
                case "budget" -> "BU";
                case "managedUnder" -> null;
                case "mapping" -> "MAP";
                case "initiatives" -> "I";
                case "scope" -> "I";
                case "appointment" -> "A";
                case "post" -> "PO";
                case "parent", "precedingCase", "heldByPost", "partOf" -> null;
                default -> FORGED;
            };
        if (raw.isEnum()) return raw.getEnumConstants()[0];
        if (raw == int.class || raw == Integer.class) return 1;
        if (raw == Long.class || raw == long.class) return null;
        if (raw == Boolean.class || raw == boolean.class) return true;
        if (raw == BigDecimal.class) return new BigDecimal("1");
        if (raw == LocalDate.class) return LocalDate.of(2011, 1, 1);
        return make(raw, disguise);
    }
}
