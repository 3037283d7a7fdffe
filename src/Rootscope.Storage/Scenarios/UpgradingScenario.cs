using Rootscope.Storage.Formats.Files;
using Rootscope.Storage.Formats.Text;
using Rootscope.Tables;
using Rootscope.Upgrading;

namespace Rootscope.Storage.Scenarios;

/// <summary>What is done to technologies, as a file has it.</summary>
/// <param name="Technologies">The technologies; empty where the file names none.</param>
/// <param name="Policy">What is done; public money in currency.</param>
/// <param name="Set">Parameters set to a figure, <c>name=value</c>.</param>
public sealed record UpgradingScenario(IReadOnlyList<string> Technologies, UpgradingPolicy Policy, IReadOnlyList<string> Set)
{
    /// <summary>Reads a YAML file: name, note, technologies, ban, export-ban, tariff, foreign-tariff, capital-cut, public-money, from,
    /// lasts, set.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="TableException">It cannot be read, or has a key or a value that is none; with the place.</exception>
    public static UpgradingScenario Read(string path)
    {
        var file = YamlBlock.Read(path);
        _ = file.Find("name");
        _ = file.Find("note");
        var scenario = new UpgradingScenario(
            file.Has("technologies") ? file.OneOrMore("technologies") : [],
            new UpgradingPolicy
            {
                Ban = Number(file, "ban"),
                ExportBan = Number(file, "export-ban"),
                Tariff = Number(file, "tariff"),
                ForeignTariff = Number(file, "foreign-tariff"),
                CapitalCut = Number(file, "capital-cut"),
                PublicMoney = Number(file, "public-money"),
                From = file.FindWhole("from") ?? 0,
                Years = file.FindWhole("lasts"),
            },
            file.Has("set") ? file.OneOrMore("set") : []
        );
        file.RequireAllAsked();
        return scenario;
    }

    private static double Number(YamlBlock file, string key)
    {
        if (file.Find(key) is not { } text)
        {
            return 0;
        }

        return TypedNumber.FaultOf(text, out double value) is { } fault ? throw file.Fault(key, $"{key} cannot be read: {fault}") : value;
    }
}
