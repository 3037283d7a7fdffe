using Rootscope.Shocks.Scenarios;
using Rootscope.Storage.Formats.Files;
using Rootscope.Tables;

namespace Rootscope.Storage.Scenarios;

/// <summary>Finds the regions of a table that a key names.</summary>
internal sealed class RegionResolver(YamlBlock block, string key, FlowTable table)
{
    private bool IsOneRegion => table.Sectors.Regions.Count == 1;

    /// <summary>Codes of one region or more.</summary>
    public IReadOnlyList<string> Regions()
    {
        IReadOnlyList<string> names = block.OneOrMore(key);
        if (names.Count == 0)
        {
            throw block.Fault(key, $"'{key}' is empty. Name one region or a list, such as [{table.Sectors.Regions[0].Code}].");
        }

        string[] codes = [.. names.Select((name, item) => CodeOf(name, item))];
        return codes.Length == 1 || !codes.Contains(ScenarioTable.AllWord, StringComparer.Ordinal)
            ? [.. codes.Distinct(StringComparer.Ordinal)]
            : throw block.Fault(key, $"'{key}' holds 'all' beside other regions. Keep 'all' alone, or the list.");
    }

    /// <summary>The code of one region, as a list of one.</summary>
    public IReadOnlyList<string> One()
    {
        if (block.HoldsList(key))
        {
            throw block.Fault(key, $"'{key}' is a list. A shock of this kind has one region; write one shock a region.");
        }

        string name = block.Text(key);
        string code = CodeOf(name, 0);
        return code is ScenarioTable.AllWord or ScenarioTable.AbroadWord
            ? throw block.Fault(key, $"'{key}' is '{name}'. Name one region of {table.Metadata.Id}.")
            : [code];
    }

    private string CodeOf(string name, int item)
    {
        // Beyond a table of one region there is only what it calls abroad.
        if (name is ScenarioTable.AllWord)
        {
            return IsOneRegion ? ScenarioTable.AbroadWord : ScenarioTable.AllWord;
        }

        if (name is ScenarioTable.AbroadWord)
        {
            return IsOneRegion
                ? name
                : throw block.Fault(
                    key,
                    item,
                    $"'abroad' has no meaning in {table.Metadata.Id}, which holds {table.Sectors.Regions.Count} regions. Name them, or "
                        + $"write 'all'."
                );
        }

        try
        {
            return table.Sectors.Regions[table.Sectors.FindRegion(name)].Code;
        }
        catch (UnknownNameException e)
        {
            throw block.Fault(
                key,
                item,
                IsOneRegion
                    ? $"There is no region '{name}': {table.Metadata.Id} has one region, {table.Sectors.Regions[0].Code}, and all that "
                        + $"lies outside it is 'abroad'. To tell origins apart, take a table of many regions, such as world-2011."
                    : e.Message
            );
        }
    }
}
