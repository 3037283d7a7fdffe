using System.Globalization;
using System.Text;
using Rootscope.Screening.Names;
using Rootscope.Screening.Scores;
using YamlDotNet.RepresentationModel;

namespace Rootscope.Bench;

/// <summary>Two more sets that others labelled, by names alone: whole records, and names in two scripts.</summary>
internal static class ScreeningChecks
{
    private static readonly string[] Parts = ["firstName", "middleName", "secondName", "lastName"];

    /// <summary>Adds what is right of them to a report.</summary>
    public static void Add(StringBuilder report, string folder)
    {
        report.Append("\n## Records and scripts, by names alone\n\n");
        Records(report, Path.Combine(folder, "nomenklatura_name_bench", "entity_checks.yml"));
        Scripts(report, Path.Combine(folder, "watchman", "cross_script_pairs.csv"));
    }

    private static void Records(StringBuilder report, string path)
    {
        var yaml = new YamlStream();
        using (var reader = new StreamReader(path))
        {
            yaml.Load(reader);
        }

        var checks = (YamlSequenceNode)((YamlMappingNode)yaml.Documents[0].RootNode).Children[new YamlScalarNode("checks")];
        int right = 0;
        int missed = 0;
        int wrong = 0;
        int nameless = 0;
        foreach (YamlMappingNode check in checks.Children.Cast<YamlMappingNode>())
        {
            string[] query = NamesOf(check, "query");
            string[] candidate = NamesOf(check, "candidate");
            if (query.Length == 0 || candidate.Length == 0)
            {
                nameless++;
                continue;
            }

            bool isMatch = ((YamlScalarNode)check.Children[new YamlScalarNode("match")]).Value == "true";
            bool isFound = query.SelectMany(q => candidate.Select(c => Score(q, c))).Max() >= NameScore.DefaultThreshold;
            right += isMatch == isFound ? 1 : 0;
            missed += isMatch && !isFound ? 1 : 0;
            wrong += !isMatch && isFound ? 1 : 0;
        }

        report.Append(
            CultureInfo.InvariantCulture,
            $"Checks of whole records (nomenklatura, entity_checks.yml), best of the names of both: {right} right, {missed} missed,\n"
                + $"{wrong} found that are others, {nameless} without a name. Many tell records apart by days of birth, numbers and\n"
                + $"countries, which no name has: what is found wrongly is for a person to decide.\n\n"
        );
    }

    private static void Scripts(StringBuilder report, string path)
    {
        report.Append(
            "Names in two scripts (watchman, cross_script_pairs.csv):\n\n| name | listed | score | at 0.70 |\n| --- | --- | ---: | --- |\n"
        );
        foreach (string[] pair in File.ReadLines(path).Where(l => l.Length > 0 && l[0] != '#').Select(l => l.Split(',')))
        {
            double score = Score(pair[0], pair[1]);
            report.Append(
                CultureInfo.InvariantCulture,
                $"| {pair[0]} | {pair[1]} | {score:0.00} | {(score >= NameScore.DefaultThreshold ? "found" : "missed")} |\n"
            );
        }
    }

    private static double Score(string query, string listed) => NameScore.Of(ScreeningName.Of(query), ScreeningName.Of(listed)).Value;

    private static string[] NamesOf(YamlMappingNode check, string side)
    {
        var entity = (YamlMappingNode)check.Children[new YamlScalarNode(side)];
        IEnumerable<string> Values(string field) =>
            !entity.Children.TryGetValue(new YamlScalarNode(field), out YamlNode? node) ? []
            : node is YamlSequenceNode several ? several.Children.OfType<YamlScalarNode>().Select(n => n.Value ?? string.Empty)
            : node is YamlScalarNode { Value: { } one } ? [one]
            : [];
        string joined = string.Join(' ', Parts.SelectMany(Values));
        return
        [
            .. new[] { "name", "alias", "weakAlias", "previousName" }.SelectMany(Values).Append(joined).Where(n => n.Trim().Length > 0),
        ];
    }
}
