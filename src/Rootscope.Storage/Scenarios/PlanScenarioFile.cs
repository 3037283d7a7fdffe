using Rootscope.Storage.Formats.Files;
using Rootscope.Storage.Formats.Text;
using Rootscope.Tables;

namespace Rootscope.Storage.Scenarios;

/// <summary>A foreign cut that a scenario of a plan names.</summary>
/// <param name="Technology">The technology, by identifier or name.</param>
/// <param name="Share">Share of its imports that is cut.</param>
/// <param name="Year">The year, from 0. Unit: years.</param>
public sealed record PlannedCut(string Technology, double Share, int Year);

/// <summary>A scenario of a plan as a file has it: a name and foreign cuts.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Cuts">What it cuts.</param>
public sealed record PlanScenarioFile(string Name, IReadOnlyList<PlannedCut> Cuts)
{
    private const int LastYear = 100;

    /// <summary>Reads every YAML file of a folder, by name.</summary>
    /// <param name="folder">The folder.</param>
    /// <exception cref="TableException">There is no such folder or no file in it, or a file does not fit; with the place.</exception>
    public static IReadOnlyList<PlanScenarioFile> ReadAll(string folder)
    {
        string[] files = Directory.Exists(folder)
            ? [.. Directory.GetFiles(folder, "*.yaml").Concat(Directory.GetFiles(folder, "*.yml")).Order(StringComparer.Ordinal)]
            : throw new TableException(folder, "there is no such folder. Name one with scenarios as YAML files.");
        return files.Length == 0
            ? throw new TableException(folder, "has no scenarios. Put YAML files with name and cuts into it.")
            : [.. files.Select(Read)];
    }

    private static PlanScenarioFile Read(string path)
    {
        var file = YamlBlock.Read(path);
        _ = file.Find("note");
        var scenario = new PlanScenarioFile(file.Text("name"), [.. file.Blocks("cuts").Select(CutOf)]);
        if (scenario.Cuts.Count == 0)
        {
            throw file.Fault("cuts", "the scenario cuts nothing. Add at least one of '{ technology: NAME, share: 0.5 }'.");
        }

        if (scenario.Cuts.GroupBy(c => (c.Technology, c.Year)).FirstOrDefault(g => g.Count() > 1) is { Key: var twice })
        {
            throw file.Fault("cuts", $"'{twice.Technology}' is cut twice in year {twice.Year}. Say it once, with the share of both.");
        }

        file.RequireAllAsked();
        return scenario;
    }

    private static PlannedCut CutOf(YamlBlock block)
    {
        string text = block.Text("share");
        double? share = TypedNumber.Find(text);
        var cut = new PlannedCut(
            block.Text("technology"),
            share is > 0 and <= 1
                ? share.Value
                : throw block.Fault("share", $"'{text}' is no share of imports. Write a number above 0 and at most 1, such as 0.5."),
            block.FindWhole("year") switch
            {
                null => 0,
                { } year and >= 0 and <= LastYear => year,
                { } year => throw block.Fault("year", $"'year' is {year}. Write a year from 0, the first of the plan, to {LastYear}."),
            }
        );
        block.RequireAllAsked();
        return cut;
    }
}
