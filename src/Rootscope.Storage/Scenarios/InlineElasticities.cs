using Rootscope.Shocks.Lenses.Equilibrium.Nests;
using Rootscope.Storage.Formats.Files;
using Rootscope.Tables;

namespace Rootscope.Storage.Scenarios;

/// <summary>The elasticities of a scenario: a named set, or a block that starts from one and replaces values.</summary>
internal static class InlineElasticities
{
    private const string SetKey = "set";
    private const string GeneralKey = "all";
    private const string Source = "given in the scenario";

    public static ElasticitySet Of(YamlBlock file, string key, string defaultSet, FlowTable? table)
    {
        if (!file.HoldsBlock(key))
        {
            return Named(file, key, file.Find(key) is { Length: > 0 } name ? name : defaultSet);
        }

        YamlBlock block = file.FindBlock(key)!;
        ElasticitySet start = Named(block, SetKey, block.Find(SetKey) ?? defaultSet);
        var values = start.Elasticities.ToDictionary(e => (e.Nest, e.Code));
        foreach ((string word, Nest nest) in ElasticitySets.NestWords)
        {
            foreach ((string code, double value) in ValuesOf(block, word, table))
            {
                values[(nest, code)] = new Elasticity(nest, code, value, Source);
            }
        }

        block.RequireAllAsked();
        try
        {
            return new ElasticitySet("inline", [.. values.Values]);
        }
        catch (ModelException e)
        {
            throw file.Fault(key, e.Text);
        }
    }

    private static ElasticitySet Named(YamlBlock block, string key, string name)
    {
        if (!ElasticitySets.Names.Contains(name, StringComparer.Ordinal))
        {
            IReadOnlyList<string> near = NearestNames.Of(name, ElasticitySets.Names);
            throw block.Fault(
                key,
                $"There is no elasticity set '{name}'.{(near.Count > 0 ? $" Nearest: {near[0]}." : string.Empty)} "
                    + $"Sets are {string.Join(", ", ElasticitySets.Names)}; values of your own stand inline, such as '{{ set: "
                    + $"{ElasticitySets.Names[^1]}, domestic-imported: 3 }}'."
            );
        }

        return ElasticitySets.Read(name);
    }

    /// <summary>One value for a nest, or values by code with "all" for the others.</summary>
    private static IEnumerable<(string Code, double Value)> ValuesOf(YamlBlock block, string nest, FlowTable? table)
    {
        if (!block.Has(nest))
        {
            yield break;
        }

        if (!block.HoldsBlock(nest))
        {
            yield return (string.Empty, Value(block, nest));
            yield break;
        }

        YamlBlock byCode = block.FindBlock(nest)!;
        foreach (string code in byCode.Keys)
        {
            if (code != GeneralKey && table?.Sectors.TryFindIndustry(code, out _) == false)
            {
                IReadOnlyList<string> near = NearestNames.Of(code, table.Sectors.Industries.Select(i => i.Code));
                throw byCode.Fault(
                    code,
                    $"{table.Metadata.Id} has no industry with the code "
                        + $"'{code}'.{(near.Count > 0 ? $" Nearest: {near[0]}." : string.Empty)} Values stand by code; '{GeneralKey}' is "
                        + $"for all others."
                );
            }

            yield return (code == GeneralKey ? string.Empty : code, Value(byCode, code));
        }
    }

    private static double Value(YamlBlock block, string key)
    {
        string text = block.Text(key);
        return ScenarioWords.Number(text) is >= 0 and { } value && !text.EndsWith('%')
            ? value
            : throw block.Fault(
                key,
                $"'{key}' is '{text}'. An elasticity of substitution is a number of at least 0: 0 lets nothing replace anything, 1 "
                    + $"keeps shares of spending."
            );
    }
}
