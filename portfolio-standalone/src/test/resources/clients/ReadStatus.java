import client.ApiClient;
import client.api.PortfoliosApi;
import client.model.InitiativeStatus;
import client.model.ShownRating;
import client.model.StatusResponse;

/** Reads a status by a generated client. */
class ReadStatus {

    public static void main(String[] arguments) throws Exception {
        ApiClient client = new ApiClient();
        client.updateBaseUri(arguments[0]);
        client.setRequestInterceptor(request -> request.header("Authorization", arguments[1]));
        StatusResponse status = new PortfoliosApi(client)
                .getPortfoliosPortfolioStatus(PortfoliosApi.APIGetPortfoliosPortfolioStatusRequest.newBuilder()
                        .portfolio("PF")
                        .asOf("2026-02-20")
                        .build());
        InitiativeStatus one = status.getItems().get(0);
        ShownRating rating = one.getRatings().get(0).getValue();
        System.out.printf(
                "%s: %s by %s, held by %s, alerts %s%n",
                one.getName().getValue(),
                rating.getRating(),
                rating.getAssessor(),
                one.getSro().getValue().getHolder().getPerson(),
                one.getAlerts());
    }
}
