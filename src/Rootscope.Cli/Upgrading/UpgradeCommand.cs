using System.CommandLine;
using Rootscope.Answers.Reports;
using Rootscope.Answers.Upgrading;
using Rootscope.Cli.Options;
using Rootscope.Cli.Output;

namespace Rootscope.Cli.Upgrading;

/// <summary>
/// <c>rootscope upgrade</c>: how an economy catches up in technologies, year by year, with and without bans, tariffs and public money.
/// </summary>
internal static class UpgradeCommand
{
    public static Command Create()
    {
        var command = new DocumentedCommand(
            "upgrade",
            "How an economy catches up in technologies, year by year: home share, cost gap, and what a foreign cut would put at stake.",
            "rootscope upgrade --region CHN",
            "rootscope upgrade --region CHN --technology semi_equipment --ban 0.5 -o fan.svg",
            "rootscope upgrade --region CHN --technology logic_chips --scenario samples/upgrade-ban.yaml -f csv"
        )
        {
            Draws = true,
        };
        var choices = new UpgradeChoices();
        choices.AddTo(command);
        command.SetAction(
            (parsed, cancellation) =>
            {
                _ = ReportWriter.FormatOf(parsed);
                UpgradeAnswer answer = Analysts.Of(parsed).Upgrade(choices.Read(parsed), progress: null, cancellation);
                Report report = UpgradeReport.Of(answer, "upgrade");
                ReportWriter.Write(report, parsed, () => FanPicture.Of(answer, report.Provenance));
                return Task.FromResult(ExitCode.Ok);
            }
        );
        return command;
    }
}
