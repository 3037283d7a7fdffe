using System.Globalization;
using Rootscope.Storage.Formats.Text;
using Rootscope.Tables;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Rootscope.Storage.Formats.Files;

/// <summary>
/// One block of keys of a YAML or JSON file, in which every fault has line and column, and a key that nothing asks for is a fault.
/// </summary>
internal sealed class YamlBlock
{
    private readonly YamlMappingNode _node;
    private readonly string _path;
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);

    private YamlBlock(string path, YamlMappingNode node)
    {
        _path = path;
        _node = node;
    }

    /// <summary>The file with line and column of the block.</summary>
    public string Place => PlaceOf(_node);

    /// <summary>The keys as written.</summary>
    public IReadOnlyList<string> Keys => [.. _node.Children.Keys.Select(k => k.ToString())];

    /// <summary>Reads a file that is one block.</summary>
    /// <param name="path">The file.</param>
    /// <param name="mostBytes">A longer file is no such file.</param>
    /// <exception cref="TableException">The file is not there, is too long, is no YAML or JSON, or is no block of keys.</exception>
    public static YamlBlock Read(string path, long mostBytes = long.MaxValue)
    {
        if (!File.Exists(path))
        {
            throw new TableException(path, "there is no such file. Check the path.");
        }

        try
        {
            long bytes = new FileInfo(path).Length;
            if (bytes > mostBytes)
            {
                throw new TableException(path, $"has {bytes} bytes; such a file has at most {mostBytes}. Check that it is the right one.");
            }

            return Of(path, TextFile.ReadAll(path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Unreadable(path, e);
        }
    }

    /// <summary>Reads text that is one block; <paramref name="path"/> is its place in errors.</summary>
    /// <exception cref="TableException">It is no YAML or JSON, or no block of keys.</exception>
    public static YamlBlock Of(string path, string text)
    {
        try
        {
            RefuseDepthAndAliases(path, text);
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            YamlNode? root = stream.Documents.Count == 1 ? stream.Documents[0].RootNode : null;
            return root is YamlMappingNode block
                ? new YamlBlock(path, block)
                : throw new TableException(
                    $"{path}, line 1",
                    "is no block of keys and values. Write 'key: value' lines, one document a file."
                );
        }
        catch (YamlException e)
        {
            throw new TableException(
                $"{path}, line {e.Start.Line}, column {e.Start.Column}",
                $"cannot be read as YAML ({Sentence(e)}). Check indentation, quotes and brackets there.",
                e
            );
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            throw Unreadable(path, e);
        }
    }

    /// <summary>The text of a key; null where it is not there.</summary>
    public string? Find(string key) =>
        NodeOf(key) switch
        {
            null => null,
            YamlScalarNode { Value: { } value } => value.Trim(),
            YamlNode other => throw Fault(other, $"'{key}' is to be one value. Write '{key}: VALUE'."),
        };

    /// <summary>The text of a key that has to be there.</summary>
    public string Text(string key) =>
        Find(key) is { Length: > 0 } text
            ? text
            : throw Fault(NodeOf(key) ?? _node, $"'{key}' is missing. Add '{key}: VALUE' to this block.");

    /// <summary>The whole number of a key; null where it is not there.</summary>
    public int? FindWhole(string key) =>
        Find(key) is not { } text ? null
        : int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value) ? value
        : throw Fault(NodeOf(key)!, $"'{key}' is '{text}'. Give a whole number.");

    /// <summary>The number of a key, within limits; null where it is not there.</summary>
    /// <param name="key">The key.</param>
    /// <param name="least">The least it may be.</param>
    /// <param name="most">The most it may be.</param>
    /// <param name="meaning">What it is: "an elasticity of substitution".</param>
    public double? FindNumber(string key, double least, double most, string meaning) =>
        Find(key) is not { } text ? null
        : TypedNumber.Find(text) is { } value && value >= least && value <= most ? value
        : throw Fault(
            NodeOf(key)!,
            string.Create(CultureInfo.InvariantCulture, $"'{key}' is '{text}', {meaning}. Give a number from {least} to {most}.")
        );

    /// <summary>The positive number of a key; null where it is not there.</summary>
    public double? FindPositive(string key) =>
        Find(key) is not { } text ? null
        : TypedNumber.Find(text) is { } value and > 0 ? value
        : throw Fault(NodeOf(key)!, $"'{key}' is '{text}'. Give a number above 0.");

    /// <summary>The block below a key; null where it is not there.</summary>
    public YamlBlock? FindBlock(string key) =>
        NodeOf(key) switch
        {
            null => null,
            YamlMappingNode block => new YamlBlock(_path, block),
            YamlNode other => throw Fault(other, $"'{key}' is to be a block of keys and values."),
        };

    /// <summary>The blocks of the list below a key; none where it is not there.</summary>
    public IReadOnlyList<YamlBlock> Blocks(string key) =>
        [
            .. Items(key)
                .Select(item =>
                    item is YamlMappingNode block
                        ? new YamlBlock(_path, block)
                        : throw Fault(item, $"an item of '{key}' is to be a block such as '{{ code: X, name: Y }}'.")
                ),
        ];

    /// <summary>The values of the list below a key; none where it is not there.</summary>
    public IReadOnlyList<string> Texts(string key) =>
        [
            .. Items(key)
                .Select(item =>
                    item is YamlScalarNode { Value: { Length: > 0 } value }
                        ? value.Trim()
                        : throw Fault(item, $"an item of '{key}' is to be one value.")
                ),
        ];

    /// <summary>The values of a key that holds one value or a list of them; none where it is not there.</summary>
    public IReadOnlyList<string> OneOrMore(string key) =>
        NodeOf(key) is YamlScalarNode ? (Find(key) is { Length: > 0 } one ? [one] : []) : Texts(key);

    /// <summary>Whether a key is there. It then counts as asked for.</summary>
    public bool Has(string key) => NodeOf(key) is not null;

    /// <summary>Whether a key holds a block.</summary>
    public bool HoldsBlock(string key) => NodeOf(key) is YamlMappingNode;

    /// <summary>Whether a key holds a list.</summary>
    public bool HoldsList(string key) => NodeOf(key) is YamlSequenceNode;

    /// <summary>One of the words of a list.</summary>
    public T Word<T>(string key, IReadOnlyDictionary<string, T> words)
    {
        string text = Text(key);
        return words.TryGetValue(text, out T? value)
            ? value
            : throw Fault(NodeOf(key)!, $"'{key}' is '{text}'. It is one of {string.Join(", ", words.Keys)}.");
    }

    /// <summary>Refuses keys that nothing asked for: a misspelt one would otherwise be passed over.</summary>
    public void RequireAllAsked()
    {
        foreach (YamlNode key in _node.Children.Keys)
        {
            if (key is not YamlScalarNode { Value: { } name } || !_asked.Contains(name))
            {
                IReadOnlyList<string> near = NearestNames.Of(key.ToString(), _asked);
                throw Fault(
                    key,
                    $"there is no key '{key}' here.{(near.Count > 0 ? $" Nearest: {near[0]}." : string.Empty)} Keys are "
                        + $"{string.Join(", ", _asked)}."
                );
            }
        }
    }

    /// <summary>An error at a key of this block.</summary>
    public TableException Fault(string key, FaultText message) => Fault(NodeOf(key) ?? _node, message);

    /// <summary>An error at one item of the list of a key, or at its one value.</summary>
    public TableException Fault(string key, int item, FaultText message) =>
        Fault(NodeOf(key) is YamlSequenceNode list && item < list.Children.Count ? list.Children[item] : NodeOf(key) ?? _node, message);

    /// <summary>The file with line and column of a key of this block.</summary>
    public string PlaceOf(string key) => PlaceOf(NodeOf(key) ?? _node);

    private static TableException Unreadable(string path, Exception e) =>
        new(path, $"cannot be read ({e.Message}). Expected YAML in UTF-8.", e);

    private TableException Fault(YamlNode node, FaultText message) => new(PlaceOf(node), message);

    private string PlaceOf(YamlNode node) => $"{_path}, line {node.Start.Line}, column {node.Start.Column}";

    private IEnumerable<YamlNode> Items(string key) =>
        NodeOf(key) switch
        {
            null => [],
            YamlSequenceNode list => list.Children,
            YamlNode other => throw Fault(other, $"'{key}' is to be a list."),
        };

    private YamlNode? NodeOf(string key)
    {
        _asked.Add(key);
        return _node.Children.TryGetValue(new YamlScalarNode(key), out YamlNode? node) ? node : null;
    }

    /// <summary>Nesting is read by recursion and aliases may stand for themselves: neither has a use in a mapping.</summary>
    private static void RefuseDepthAndAliases(string path, string text)
    {
        const int Deepest = 50;
        var parser = new Parser(new StringReader(text));
        Mark last = Mark.Empty;
        try
        {
            for (int depth = 0; parser.MoveNext(); last = parser.Current!.End)
            {
                depth += parser.Current!.NestingIncrease;
                string? fault =
                    depth > Deepest ? $"is nested more than {Deepest} levels deep"
                    : parser.Current is YamlDotNet.Core.Events.AnchorAlias ? "is an alias"
                    : null;
                if (fault is not null)
                {
                    throw new TableException(
                        $"{path}, line {parser.Current.Start.Line}, column {parser.Current.Start.Column}",
                        $"{fault}. Write the value out."
                    );
                }
            }
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException)
        {
            // The scanner's own words for some unclosed brackets; the place is the last that it read.
            throw new TableException(
                $"{path}, line {last.Line}, column {last.Column}",
                $"cannot be read as YAML ({e.Message.TrimEnd('.')}). Look for a bracket or quote that is not closed.",
                e
            );
        }
    }

    private static string Sentence(YamlException e) => e.Message.Split('\n')[0].Trim().TrimEnd('.');
}
