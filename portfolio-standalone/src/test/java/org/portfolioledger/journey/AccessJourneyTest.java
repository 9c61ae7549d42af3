package org.portfolioledger.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.portfolioledger.http.contract.TestIssuer;
import org.portfolioledger.journey.Caller.Reply;
import org.portfolioledger.vocabulary.ActorRole;
import tools.jackson.databind.JsonNode;

/** Every role is answered as the matrix of roles and commands has it, for every command and every correction. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AccessJourneyTest {

    /** Path, who may send a command there, who may correct what it put on record. A migrator may all of it. */
    private static final String EXPECTED = """
            /access-tokens | office manager sro secretary member gatekeeper assurance publication |
            /access-tokens/{accessToken}/revocations | office manager sro secretary member gatekeeper assurance publication |
            /accounting-assessments | office | office
            /accounting-assessments/{accountingAssessment}/departures | office | office
            /accounting-assessments/{accountingAssessment}/publications | office | office
            /accounting-assessments/{accountingAssessment}/reassessments | office | office
            /actions | office manager sro secretary | office manager sro secretary
            /actions/{action}/cancellations | office manager sro secretary | office manager sro secretary
            /actions/{action}/completions | office manager sro secretary | office manager sro secretary
            /actions/{action}/due-dates | office manager sro secretary | office manager sro secretary
            /actions/{action}/owners | office manager sro secretary | office manager sro secretary
            /actions/{action}/progress-reports | office manager sro secretary | office manager sro secretary
            /benefits | office manager sro | office manager sro
            /benefits/{benefit}/assessments | office | office
            /benefits/{benefit}/measurements | office manager sro | office manager sro
            /benefits/{benefit}/owners | office manager sro | office manager sro
            /benefits/{benefit}/plannings | office manager sro | office manager sro
            /benefits/{benefit}/profile-preferences | office | office
            /benefits/{benefit}/profile-withdrawals | office manager sro | office manager sro
            /benefits/{benefit}/profiles | office manager sro | office manager sro
            /benefits/{benefit}/withdrawals | office manager sro | office manager sro
            /boards | secretary | secretary
            /boards/{board}/closures | secretary | secretary
            /boards/{board}/decisions | secretary member | office secretary member
            /boards/{board}/delegations | secretary | secretary
            /boards/{board}/delegations/{delegation}/revocations | secretary | secretary
            /boards/{board}/limits | secretary | secretary
            /boards/{board}/memberships | secretary | secretary
            /boards/{board}/parents | secretary | secretary
            /boards/{board}/remits | secretary | secretary
            /boards/{board}/standing-orders | secretary | secretary
            /budgets | office | office
            /budgets/{budget}/endings | office | office
            /budgets/{budget}/envelopes | office | office
            /budgets/{budget}/figure-withdrawals | office manager sro | office manager sro
            /budgets/{budget}/figures | office manager sro | office manager sro
            /budgets/{budget}/preferred-sources | office | office
            /business-cases | office manager sro | office manager sro
            /business-cases/{businessCase}/challenges | office | office
            /business-cases/{businessCase}/conditions/{condition}/discharges | office secretary | office secretary
            /business-cases/{businessCase}/decisions | secretary member | office secretary member
            /business-cases/{businessCase}/reevaluations | secretary | secretary
            /business-cases/{businessCase}/submissions | office manager sro | office manager sro
            /business-cases/{businessCase}/versions | office manager sro | office manager sro
            /business-cases/{businessCase}/withdrawals | office manager sro | office manager sro
            /contracts | office | office
            /contracts/{contract}/awards | office | office
            /contracts/{contract}/changes | office | office
            /contracts/{contract}/endings | office | office
            /contracts/{contract}/extension-options | office | office
            /contracts/{contract}/extensions | office | office
            /contracts/{contract}/lots | office | office
            /contracts/{contract}/lots/{lot}/awards | office | office
            /contracts/{contract}/supplier-changes | office | office
            /contracts/{contract}/suppliers | office | office
            /corrections | office manager sro secretary member gatekeeper assurance publication |
            /delivery-plans | office manager sro | office manager sro
            /delivery-plans/{deliveryPlan}/closures | office manager sro | office manager sro
            /delivery-plans/{deliveryPlan}/items | office manager sro | office manager sro
            /delivery-plans/{deliveryPlan}/items/{item}/achievements | office manager sro | office manager sro
            /delivery-plans/{deliveryPlan}/items/{item}/assignments | office manager sro | office manager sro
            /delivery-plans/{deliveryPlan}/items/{item}/cancellations | office manager sro | office manager sro
            /delivery-plans/{deliveryPlan}/items/{item}/progress-reports | office manager sro | office manager sro
            /delivery-plans/{deliveryPlan}/starts | office manager sro | office manager sro
            /dependencies | office manager sro | office manager sro
            /dependencies/{dependency}/agreement-withdrawals | office sro | office sro
            /dependencies/{dependency}/agreements | office sro | office sro
            /dependencies/{dependency}/needs | office manager sro | office manager sro
            /dependencies/{dependency}/promises | office sro | office sro
            /dependencies/{dependency}/reviews | office manager sro | office manager sro
            /dependencies/{dependency}/status-updates | office manager sro | office manager sro
            /documents | office secretary | office secretary
            /documents/{document}/authors | office secretary | office secretary
            /documents/{document}/markings | office secretary publication | office secretary publication
            /documents/{document}/publications | office secretary publication | office secretary publication
            /documents/{document}/replacements | office secretary | office secretary
            /documents/{document}/reviews | office secretary | office secretary
            /documents/{document}/versions | office secretary | office secretary
            /equality-assessments | office manager sro | office manager sro
            /equality-assessments/{equalityAssessment}/endings | office manager sro | office manager sro
            /equality-assessments/{equalityAssessment}/reviews | office manager sro | office manager sro
            /equality-assessments/{equalityAssessment}/subjects | office manager sro | office manager sro
            /equality-assessments/{equalityAssessment}/versions | office manager sro | office manager sro
            /external-requests | office secretary | office secretary
            /external-requests/{externalRequest}/answers | office secretary | office secretary
            /external-requests/{externalRequest}/due-dates | office secretary | office secretary
            /external-requests/{externalRequest}/owners | office secretary | office secretary
            /external-requests/{externalRequest}/promises | office secretary | office secretary
            /external-requests/{externalRequest}/reopenings | office secretary | office secretary
            /external-requests/{externalRequest}/withdrawals | office secretary | office secretary
            /imports | office manager sro secretary member gatekeeper assurance publication |
            /imports/csv | office manager sro secretary member gatekeeper assurance publication |
            /imports/xlsx | office manager sro secretary member gatekeeper assurance publication |
            /initiatives | office | office
            /initiatives/{initiative}/aliases | office | office
            /initiatives/{initiative}/aliases/{scheme}/endings | office | office
            /initiatives/{initiative}/appointments | office | office
            /initiatives/{initiative}/appointments/{appointment}/endings | office | office
            /initiatives/{initiative}/appointments/{appointment}/transfers | office | office
            /initiatives/{initiative}/attributes | office | office
            /initiatives/{initiative}/baselines | office | office
            /initiatives/{initiative}/closures | office | office
            /initiatives/{initiative}/exits | office | office
            /initiatives/{initiative}/mergers | office | office
            /initiatives/{initiative}/milestones | office manager sro | office manager sro
            /initiatives/{initiative}/milestones/{milestone}/achievements | office manager sro | office manager sro
            /initiatives/{initiative}/milestones/{milestone}/cancellations | office manager sro | office manager sro
            /initiatives/{initiative}/milestones/{milestone}/forecasts | office manager sro | office manager sro
            /initiatives/{initiative}/milestones/{milestone}/reinstatements | office manager sro | office manager sro
            /initiatives/{initiative}/moves | office | office
            /initiatives/{initiative}/owners | office | office
            /initiatives/{initiative}/rag-assessments | office manager sro | office manager sro
            /initiatives/{initiative}/rag-assessments/{criterion}:{assessor}/endings | office manager sro | office manager sro
            /initiatives/{initiative}/renames | office | office
            /initiatives/{initiative}/splits | office | office
            /mappings | office | office
            /mappings/{mapping}/versions | office | office
            /mappings/{mapping}/withdrawals | office | office
            /measures | office manager sro | office manager sro
            /measures/{measure}/endings | office manager sro | office manager sro
            /measures/{measure}/preferred-sources | office | office
            /measures/{measure}/targets | office | office
            /measures/{measure}/values | office manager sro | office manager sro
            /meetings | secretary | secretary
            /meetings/{meeting}/agendas | secretary | secretary
            /meetings/{meeting}/attendances | secretary | secretary
            /meetings/{meeting}/cancellations | secretary | secretary
            /meetings/{meeting}/interests | secretary | secretary
            /meetings/{meeting}/minutes | secretary | secretary
            /meetings/{meeting}/papers | secretary | secretary
            /meetings/{meeting}/planned-dates | secretary | secretary
            /outside-decisions | office secretary | office secretary
            /outside-decisions/{outsideDecision}/outcomes | office secretary | office secretary
            /outside-decisions/{outsideDecision}/supersessions | office secretary | office secretary
            /people | office secretary |
            /people/{id}/erasures | office |
            /portfolios | office | office
            /portfolios/{portfolio}/business-groups | office | office
            /portfolios/{portfolio}/case-policies | office | office
            /portfolios/{portfolio}/delivery-confidence-assessments | office | office
            /portfolios/{portfolio}/equality-requirements | office | office
            /portfolios/{portfolio}/rating-schemes | office | office
            /portfolios/{portfolio}/rating-schemes/{scheme}/replacements | office | office
            /portfolios/{portfolio}/rating-validities | office | office
            /portfolios/{portfolio}/risk-governance | office | office
            /portfolios/{portfolio}/risk-schemes | office | office
            /portfolios/{portfolio}/risk-schemes/{scheme}/replacements | office | office
            /portfolios/{portfolio}/role-descriptions | office | office
            /portfolios/{portfolio}/savings-figures | office | office
            /posts | office | office
            /posts/{post}/closures | office | office
            /posts/{post}/holders | office | office
            /posts/{post}/vacancies | office | office
            /protective-markings | office secretary publication | office secretary publication
            /protective-markings/{protectiveMarking}/changes | office secretary publication | office secretary publication
            /protective-markings/{protectiveMarking}/ends | office secretary publication | office secretary publication
            /registers | office | office
            /registers/{register}/data-standards | office | office
            /registers/{register}/going-live | office | office
            /reporting-cycles | office | office
            /reporting-cycles/{reportingCycle}/closures | office | office
            /reporting-cycles/{reportingCycle}/due-dates | office | office
            /reporting-cycles/{reportingCycle}/exceptions | office secretary | office secretary
            /reporting-cycles/{reportingCycle}/submissions | office manager sro | office manager sro
            /reviews | assurance | assurance
            /reviews/{review}/cancellations | assurance | assurance
            /reviews/{review}/findings | assurance | assurance
            /reviews/{review}/recommendations | assurance | assurance
            /reviews/{review}/recommendations/{recommendation}/answers | office sro | office sro
            /reviews/{review}/recommendations/{recommendation}/assignments | office manager sro | office manager sro
            /reviews/{review}/recommendations/{recommendation}/claims | office manager sro | office manager sro
            /reviews/{review}/recommendations/{recommendation}/closures | assurance | assurance
            /reviews/{review}/recommendations/{recommendation}/progress-reports | office manager sro | office manager sro
            /reviews/{review}/recommendations/{recommendation}/reopenings | assurance | assurance
            /reviews/{review}/recommendations/{recommendation}/verifications | assurance | assurance
            /reviews/{review}/reports | assurance | assurance
            /reviews/{review}/schedules | assurance | assurance
            /reviews/{review}/sittings | assurance | assurance
            /risks | office manager sro | office manager sro
            /risks/{risk}/admissions | office secretary member gatekeeper | office secretary member gatekeeper
            /risks/{risk}/closures | office manager sro | office manager sro
            /risks/{risk}/de-escalations | office manager sro gatekeeper | office manager sro gatekeeper
            /risks/{risk}/escalations | office manager sro gatekeeper | office manager sro gatekeeper
            /risks/{risk}/link-endings | office manager sro | office manager sro
            /risks/{risk}/links | office manager sro | office manager sro
            /risks/{risk}/materialisations | office manager sro | office manager sro
            /risks/{risk}/owners | office manager sro | office manager sro
            /risks/{risk}/reopenings | office manager sro | office manager sro
            /risks/{risk}/responses | office manager sro | office manager sro
            /risks/{risk}/reviews | office manager sro | office manager sro
            /risks/{risk}/scores | office manager sro | office manager sro
            /sign-outs | office manager sro secretary member gatekeeper assurance publication |
            /vacancy-requests | office manager sro | office manager sro
            /vacancy-requests/{vacancyRequest}/checks | office | office
            /vacancy-requests/{vacancyRequest}/closures | office manager sro | office manager sro
            /vacancy-requests/{vacancyRequest}/decisions | secretary member | office secretary member
            /vacancy-requests/{vacancyRequest}/extensions | office manager sro | office manager sro
            /workforce-controls | office | office
            /workforce-controls/{workforceControl}/endings | office | office
            /workforce-controls/{workforceControl}/figures | office | office
            /workforce-controls/{workforceControl}/last-days | office | office
            """;

    /** What is sent in ways of its own. */
    private static final Set<String> APART = Set.of(
            "/corrections",
            "/imports",
            "/imports/csv",
            "/imports/xlsx",
            "/access-tokens",
            "/access-tokens/{accessToken}/revocations",
            "/sign-outs");

    private static final Map<String, String> ROLES = Map.of(
            "PORTFOLIO_OFFICE", "office",
            "PROGRAMME_MANAGER", "manager",
            "SRO", "sro",
            "BOARD_SECRETARY", "secretary",
            "BOARD_MEMBER", "member",
            "GATEKEEPER", "gatekeeper",
            "ASSURANCE", "assurance",
            "PUBLICATION_OFFICER", "publication");

    private static final Map<String, String> SCOPES = Map.of(
            "SRO", "OWN_INITIATIVES",
            "PROGRAMME_MANAGER", "MANAGED_INITIATIVES",
            "BOARD_SECRETARY", "OWN_BOARDS",
            "BOARD_MEMBER", "OWN_SEATS",
            "MIGRATOR", "MIGRATING_REGISTERS");

    /** What concerns no board: any secretary records it. */
    private static final Set<String> OF_NO_BOARD = Set.of("documents", "actions", "outside-decisions", "people");

    /** What concerns no portfolio: no office that has one alone records it. */
    private static final Set<String> OF_NO_PORTFOLIO = Set.of("registers", "documents", "external-requests", "people");

    /** From what examples name to what {@link Council} put on record. */
    private static final Map<String, String> IN_COUNCIL = Map.of(
            "PF-HOUSING", "PF",
            "PF-CHANGE", "PF",
            "PG-HOMES", "PG-1",
            "PG-ROADS", "PG-2",
            "BC-HOMES-OBC", "BC-1",
            "M-2026-05", "M-1",
            "ACME_RAG", "RAG",
            "ACME_RISKS", "RAG",
            // What an example says on behalf of the office, an SRO says as such.
            "PORTFOLIO_OFFICE", "SRO");

    /** From there to what is still being migrated. */
    private static final Map<String, String> IN_MIGRATION = Map.ofEntries(
            Map.entry("ACME", "TRAVEL"),
            Map.entry("PF", "PF-T"),
            Map.entry("PG-1", "PG-T"),
            Map.entry("PG-2", "PJ-T"),
            Map.entry("BD-INV", "BD-T"),
            Map.entry("BC-1", "BC-T"),
            Map.entry("DEP-1", "DEP-T"),
            Map.entry("DOC-1", "DOC-T"),
            Map.entry("DOC-2", "DOC-U"),
            Map.entry("ACT-1", "ACT-T"),
            Map.entry("RV-1", "RV-T"),
            Map.entry("M-1", "M-T"),
            Map.entry("EIA-1", "EIA-T"),
            Map.entry("AOA-1", "AOA-T"),
            Map.entry("VAC-1", "VAC-T"),
            Map.entry("PLAN-1", "PLAN-T"),
            Map.entry("REQ-1", "REQ-T"),
            Map.entry("RC-1", "RC-T"),
            Map.entry("CON-1", "CON-T"),
            Map.entry("OD-1", "OD-T"),
            Map.entry("WC-1", "WC-T"),
            Map.entry("BEN-1", "BEN-T"),
            Map.entry("R-1", "R-T"),
            Map.entry("risk-R-1", "risk-R-T"),
            Map.entry("PM-1", "PM-T"),
            Map.entry("ME-1", "ME-T"),
            Map.entry("BU-1", "BU-T"),
            Map.entry("MAP-1", "MAP-T"),
            Map.entry("PO-1", "PO-T"));

    private static final Halves HALVES = Halves.fresh();
    private static Caller command;
    private static List<Reply> council = List.of();
    private static TravelledRegister migrating;
    private static ApiDocument document;
    private static JsonNode page;

    /** Who asks, in an order in which nobody takes away what the next one needs. */
    private enum Asker {
        REPORTING_READER("reader", ""),
        OPERATOR("operator", ""),
        ADMINISTRATOR("administrator", ""),
        ASSURANCE("assurance", "ASSURANCE"),
        PUBLICATION_OFFICER("publication", "PUBLICATION_OFFICER"),
        OFFICE_OF_ANOTHER("other-office", ""),
        SECRETARY_OF_ANOTHER("other-secretary", "BOARD_SECRETARY"),
        MEMBER_OF_ANOTHER("member", ""),
        MANAGER_OF_ANOTHER("manager", ""),
        SRO_OF_ANOTHER("sro2", ""),
        MANAGER("own-manager", "PROGRAMME_MANAGER"),
        SRO("sro1", "SRO"),
        GATEKEEPER("gatekeeper", "GATEKEEPER"),
        MEMBER("own-member", "BOARD_MEMBER"),
        SECRETARY("own-secretary", "BOARD_SECRETARY"),
        CENTRAL_SECRETARY("secretary", "BOARD_SECRETARY"),
        OFFICE_OF_PORTFOLIO("own-office", "PORTFOLIO_OFFICE"),
        MIGRATOR_IN_LIVE("migrator", ""),
        MIGRATOR("migrator", "MIGRATOR"),
        OFFICE("office", "PORTFOLIO_OFFICE");

        private final String user;
        /** With which he may; empty: none that reaches. */
        private final String role;

        Asker(String user, String role) {
            this.user = user;
            this.role = role;
        }

        /** Accounts that the issuer does not know by itself. */
        static void settle() {
            TestIssuer issuer = TestIssuer.shared();
            issuer.knows("other-office", "p-office", "PORTFOLIO_OFFICE@portfolio-OTHER");
            issuer.knows("own-office", "p-office", "PORTFOLIO_OFFICE@portfolio-PF");
            issuer.knows("other-secretary", "p-sro2", "BOARD_SECRETARY");
            issuer.knows("own-secretary", "p-secretary", "BOARD_SECRETARY");
            issuer.knows("own-member", "p-secretary", "BOARD_MEMBER");
            issuer.knows("own-manager", "p-operator", "PROGRAMME_MANAGER");
        }

        boolean writes() {
            return this != REPORTING_READER && this != OPERATOR && this != ADMINISTRATOR;
        }

        boolean may(String path, JsonNode rights) {
            String collection = path.split("/", -1)[1];
            // The action of the example comes from a meeting of a board.
            boolean ofBoard = !OF_NO_BOARD.contains(collection) || path.equals("/actions");
            if (this == SECRETARY_OF_ANOTHER && ofBoard) return false;
            if (this == OFFICE_OF_PORTFOLIO && OF_NO_PORTFOLIO.contains(collection)) return false;
            return rights.valueStream().anyMatch(this::has);
        }

        /** The council's action concerns no board, and its SRO rated. */
        boolean mayCorrect(String path, JsonNode rights) {
            if (this == SECRETARY_OF_ANOTHER && path.equals("/actions")) return true;
            if (this == MANAGER && path.endsWith("/rag-assessments")) return false;
            if (this == OFFICE_OF_PORTFOLIO && path.matches("/(boards|business-cases|vacancy-requests)/.*/decisions"))
                return false;
            return may(path, rights);
        }

        private boolean has(JsonNode right) {
            boolean reachesAll = right.path("scope").asString().equals("EVERYTHING");
            String name = right.path("role").asString();
            return name.equals(role) || (this == MIGRATOR_IN_LIVE && reachesAll && name.equals("MIGRATOR"));
        }

        Reply send(ApiDocument.Operation operation) {
            String example = operation.path().equals("/people")
                    ? "{\"name\": \"Somebody New\"}"
                    : operation.example().toString();
            String body = replaced(example, IN_COUNCIL, "\"%s\"");
            if (this == MANAGER)
                return command.post(
                        user,
                        operation.concrete().replace(":SRO", ":PROJECT"),
                        body.replace("\"assessor\":\"SRO\"", "\"assessor\":\"PROJECT\""));
            if (this != MIGRATOR) return command.post(user, operation.concrete(), body);
            boolean dated = !operation.path().startsWith("/people");
            String migrated = replaced(body, IN_MIGRATION, "\"%s\"");
            return command.post(
                    user,
                    replaced(operation.concrete() + "/", IN_MIGRATION, "/%s/").replaceFirst("/$", ""),
                    dated ? Bodies.known("2020-10-02", migrated) : migrated);
        }
    }

    private static String replaced(String text, Map<String, String> ids, String form) {
        String replaced = text;
        for (Map.Entry<String, String> id : ids.entrySet())
            replaced = replaced.replace(form.formatted(id.getKey()), form.formatted(id.getValue()));
        return replaced;
    }

    @BeforeAll
    static void settle() {
        Asker.settle();
        command = HALVES.command();
        council = Council.settled(command);
        record("/initiatives/PG-2/appointments", Bodies.sro("SRO-1", "p-sro1", "2026-01-05"));
        for (String initiative : List.of("PG-1", "PG-2"))
            record("/initiatives/%s/appointments".formatted(initiative), """
                    {"id": "PM-1", "role": "PROGRAMME_MANAGER", "kind": "SUBSTANTIVE", "appointmentLetter": "L", "effectiveOn": "2026-01-05",
                     "holder": {"person": "p-operator"}, "expectedEnd": "2028-01-05", "timeCommitment": 50}""");
        for (String board : List.of("BD-INV", "BD-PROG")) record("/boards/%s/memberships".formatted(board), """
                    {"members": [{"person": "p-secretary"}, {"post": "Director of Works"}, {"post": "Director of Housing"}],
                     "secretary": {"person": "p-secretary"}, "effectiveOn": "2026-01-02"}""");
        record("/initiatives/PG-1/rag-assessments", """
                {"scheme": "RAG", "criterion": "OVERALL", "rating": "GREEN", "assessor": "PROJECT", "rationale": "Good",
                 "effectiveOn": "2026-02-01"}""");
        record("/risks/R-1/escalations", """
                {"level": "PORTFOLIO", "reason": "Many have that lender", "gatekeeper": {"board": "BD-PROG"}, "effectiveOn": "2026-02-11"}""");
        migrating = TravelledRegister.begin(command);
        defineRiskSchemes();
        document = ApiDocument.of(command);
        page = command.page();
    }

    private static void record(String path, String body) {
        Reply reply = command.record(path, body);
        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
    }

    /** What a later version replaces. */
    private static void defineRiskSchemes() {
        String scheme = """
                {"scheme": "RAG", "criticalFrom": 12, "effectiveOn": "2027-04-01",
                 "probabilities": ["a", "b", "c", "d", "e"], "impacts": ["v", "w", "x", "y", "z"]}""";
        for (Reply reply : List.of(
                command.post("office", "/portfolios/PF/risk-schemes", scheme),
                command.post("migrator", "/portfolios/PF-T/risk-schemes", Bodies.known("2020-10-02", scheme))))
            assertThat(reply.status()).as(reply.text()).isEqualTo(201);
    }

    @AfterAll
    static void stop() {
        HALVES.close();
    }

    private static JsonNode matrix() {
        return command.get("reader", "/access/matrix").json();
    }

    @Test
    @Order(1)
    void the_matrix_is_the_one_that_was_meant() {
        String served = matrix().required("commands")
                .valueStream()
                .map(line -> "%s | %s | %s"
                        .formatted(path(line), named(line.required("senders")), named(line.required("correctors")))
                        .stripTrailing())
                .collect(Collectors.joining("\n", "", "\n"));
        assertThat(served).isEqualTo(EXPECTED);
    }

    private static String path(JsonNode line) {
        return line.required("path").asString().substring("/api/v1".length());
    }

    private static String named(JsonNode rights) {
        return rights.valueStream()
                .map(right -> right.required("role").asString())
                .filter(ROLES::containsKey)
                .map(ROLES::get)
                .collect(Collectors.joining(" "));
    }

    @Test
    @Order(1)
    void the_example_of_the_matrix_is_part_of_it() {
        JsonNode example =
                page.at("/paths/~1api~1v1~1access~1matrix/get/responses/200/content/application~1json/example");
        for (String member : List.of("commands", "scopes"))
            assertThat(matrix().required(member).valueStream())
                    .containsAll(example.required(member).valueStream().toList());
    }

    @Test
    @Order(1)
    void every_scope_is_that_of_its_role_and_explained() {
        JsonNode matrix = matrix();
        Set<String> explained = matrix.required("scopes")
                .valueStream()
                .map(scope -> scope.required("scope").asString())
                .collect(Collectors.toSet());
        for (JsonNode line : matrix.required("commands"))
            for (JsonNode right : line.required("senders")) {
                String scope = right.required("scope").asString();
                assertThat(explained).contains(scope);
                if (line.required("correctors").isEmpty()) continue;
                assertThat(scope)
                        .as(line.toString())
                        .isEqualTo(SCOPES.getOrDefault(right.required("role").asString(), "EVERYTHING"));
            }
    }

    @Test
    @Order(1)
    void every_path_that_takes_a_post_is_in_the_matrix_and_its_operation_names_the_roles() {
        Map<String, JsonNode> matrix = new TreeMap<>();
        for (JsonNode line : matrix().required("commands")) matrix.put(path(line), line);
        assertThat(document.all("POST").stream()
                        .map(ApiDocument.Operation::path)
                        .toList())
                .containsExactlyInAnyOrderElementsOf(matrix.keySet());
        matrix.forEach((path, line) -> assertThat(page.required("paths")
                        .required("/api/v1" + path)
                        .required("post")
                        .required("x-roles")
                        .propertyStream()
                        .map(role -> role.getKey() + " " + role.getValue().asString()))
                .as(path)
                .containsExactlyElementsOf(line.required("senders")
                        .valueStream()
                        .map(right -> right.required("role").asString() + " "
                                + right.required("scope").asString())
                        .toList()));
    }

    @Test
    @Order(2)
    void every_command_is_taken_from_the_roles_of_the_matrix_and_from_no_other() {
        List<String> wrong = new ArrayList<>();
        int tried = 0;
        for (Asker asker : Asker.values()) {
            for (JsonNode line : matrix().required("commands")) {
                if (APART.contains(path(line))) continue;
                Reply reply = asker.send(operation(path(line)));
                boolean may = asker.may(path(line), line.required("senders"));
                tried++;
                // An own command reaches a decision: what cannot be read, or is nowhere, shows nothing about rights.
                boolean right = may ? !Set.of(400, 403, 404).contains(reply.status()) : reply.status() == 403;
                if (!right) wrong.add("%s %s: %s %s".formatted(asker, path(line), reply.status(), reply.text()));
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(tried).isGreaterThan(200);
    }

    private static ApiDocument.Operation operation(String path) {
        return document.all("POST").stream()
                .filter(operation -> operation.path().equals(path))
                .findFirst()
                .orElseThrow();
    }

    @Test
    @Order(2)
    void an_import_is_taken_from_whoever_may_send_any_command() {
        for (Asker asker : Asker.values()) {
            boolean may = asker.writes();
            assertThat(command.imports(asker.user, "\n", "").status())
                    .as(asker.name())
                    .isEqualTo(may ? 200 : 403);
        }
    }

    @Test
    @Order(3)
    void every_role_looks_after_its_own_tokens_and_an_administrator_after_all() {
        for (String path : List.of("/access-tokens", "/access-tokens/{accessToken}/revocations", "/sign-outs"))
            assertThat(line(path)
                            .required("senders")
                            .valueStream()
                            .map(right -> right.required("role").asString()))
                    .as(path)
                    .containsExactlyInAnyOrderElementsOf(
                            Stream.of(ActorRole.values()).map(Enum::name).toList());
        String wanted = "{\"name\": \"Report\", \"scope\": [\"read\"], \"expiresOn\": \"%s\"}"
                .formatted(LocalDate.now(ZoneId.of("Europe/London")));
        for (Asker asker : Asker.values()) {
            Reply issued = command.post(asker.user, "/access-tokens", wanted);
            assertThat(issued.status()).as(asker.name()).isEqualTo(201);
            String revocations =
                    "/access-tokens/" + issued.json().required("id").asString() + "/revocations";
            String other = asker == Asker.REPORTING_READER ? "operator" : "reader";
            assertThat(command.post(other, revocations, "").status()).isEqualTo(404);
            assertThat(command.post("administrator", revocations, "").status()).isEqualTo(200);
            assertThat(command.post(asker.user, revocations, "").status()).isEqualTo(200);
            boolean any = asker == Asker.ADMINISTRATOR;
            assertThat(command.post(asker.user, "/sign-outs", "{\"account\": \"another\", \"reason\": \"Has left\"}")
                            .status())
                    .as(asker.name())
                    .isEqualTo(any ? 201 : 403);
        }
    }

    private static JsonNode line(String path) {
        return matrix().required("commands")
                .valueStream()
                .filter(line -> path(line).equals(path))
                .findFirst()
                .orElseThrow();
    }

    /** Said anew in the same words, a fact is corrected by whoever may, and nothing changes. */
    @Test
    @Order(1)
    void every_fact_is_corrected_by_the_roles_of_the_matrix_and_by_no_other() {
        List<String> wrong = new ArrayList<>();
        Set<String> tried = new TreeSet<>();
        for (Reply reply : council) {
            String sentTo = reply.response().uri().getPath().substring("/api/v1".length());
            if (sentTo.equals("/corrections")) continue;
            JsonNode line = lineOf(sentTo);
            tried.add(path(line));
            String body = "{\"fact\": %s, \"reason\": \"Read again\", \"replacement\": {}}".formatted(reply.position());
            for (Asker asker : Asker.values()) {
                if (asker == Asker.MIGRATOR) continue;
                Reply corrected = command.post(asker.user, "/corrections", body);
                boolean denied = corrected.status() == 403;
                if (denied == asker.mayCorrect(path(line), line.required("correctors")))
                    wrong.add("%s %s: %s".formatted(asker, path(line), corrected.text()));
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(tried).hasSizeGreaterThan(13);
        for (String fact : List.of("<renamed>", "<limit>", "<approved>"))
            assertThat(command.post("migrator", "/corrections", Bodies.known("2020-10-02", migrating.path("""
                                    {"fact": %s, "reason": "Read again", "replacement": {}}""".formatted(
                                            fact))))
                            .status())
                    .isEqualTo(200);
    }

    private static JsonNode lineOf(String concrete) {
        return Stream.of(matrix().required("commands"))
                .flatMap(JsonNode::valueStream)
                .filter(line -> concrete.matches(path(line).replaceAll("\\{\\w+}", "[^/]+")))
                .findFirst()
                .orElseThrow();
    }
}
