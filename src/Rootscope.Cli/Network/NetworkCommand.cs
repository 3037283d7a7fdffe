using System.CommandLine;
using Rootscope.Cli.Options;

namespace Rootscope.Cli.Network;

/// <summary><c>rootscope network</c>: firms and who sells to whom.</summary>
internal static class NetworkCommand
{
    public static Command Create() =>
        new DocumentedCommand(
            "network",
            "Systemic risk of firms, what a blacklist costs, and networks made from a table or from nothing.",
            "rootscope network risk samples/network-edges.csv samples/network-firms.csv --top 5"
        )
        {
            NetworkRiskCommand.Create(),
            NetworkBlacklistCommand.Create(),
            NetworkGenerateCommand.Create(),
            NetworkReconstructCommand.Create(),
            NetworkEnsembleCommand.Create(),
            NetworkDrawCommand.Create(),
        };
}
