using YamlDotNet.RepresentationModel;

namespace Rootscope.Storage.Scenarios;

/// <summary>What a scenario file says beside what happens: its name, its notes, its comments. None of it shapes a figure.</summary>
public static class ScenarioRemarks
{
    /// <summary>The text of a scenario without notes and comments, under another name. It has the same content hash.</summary>
    /// <param name="text">The text of a scenario that was read without a fault.</param>
    /// <param name="name">What it is called instead.</param>
    public static string Replace(string text, string name)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        var file = (YamlMappingNode)stream.Documents[0].RootNode;
        file.Children[new YamlScalarNode("name")] = new YamlScalarNode(name);
        RemoveNotes(file);
        if (file.Children.TryGetValue(new YamlScalarNode("shocks"), out YamlNode? shocks) && shocks is YamlSequenceNode list)
        {
            foreach (YamlMappingNode shock in list.Children.OfType<YamlMappingNode>())
            {
                foreach (YamlMappingNode values in shock.Children.Values.OfType<YamlMappingNode>().Append(shock))
                {
                    RemoveNotes(values);
                }
            }
        }

        using var written = new StringWriter { NewLine = "\n" };
        stream.Save(written, assignAnchors: false);
        const string EndOfDocument = "...\n";
        string neutral = written.ToString();
        return neutral.EndsWith(EndOfDocument, StringComparison.Ordinal) ? neutral[..^EndOfDocument.Length] : neutral;
    }

    private static void RemoveNotes(YamlMappingNode block) => block.Children.Remove(new YamlScalarNode("note"));
}
