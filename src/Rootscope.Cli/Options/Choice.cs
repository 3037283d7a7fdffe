using System.CommandLine;
using Rootscope.Tables;

namespace Rootscope.Cli.Options;

/// <summary>An option with a fixed list of words, each standing for a value.</summary>
internal sealed class Choice<T>
    where T : struct, Enum
{
    private readonly (string Word, T Value)[] _words;

    public Choice(string name, string description, T? fallback, params (string Word, T Value)[] words)
    {
        _words = words;
        string all = string.Join('|', words.Select(w => w.Word));
        string shown = fallback is { } value ? $" Default: {WordOf(value)}." : string.Empty;
        Option = new Option<string?>(name) { Description = description + shown, HelpName = all };
        Fallback = fallback;
    }

    public Option<string?> Option { get; }

    private T? Fallback { get; }

    public string WordOf(T value) => Array.Find(_words, w => EqualityComparer<T>.Default.Equals(w.Value, value)).Word;

    /// <summary>The value given, or the default; null where neither is.</summary>
    /// <exception cref="UsageException">The word is not in the list; the message has the nearest.</exception>
    public T? Of(ParseResult parsed)
    {
        string? given = parsed.GetValue(Option);
        if (given is null)
        {
            return Fallback;
        }

        foreach ((string word, T value) in _words)
        {
            if (string.Equals(word, given, StringComparison.OrdinalIgnoreCase))
            {
                return value;
            }
        }

        IReadOnlyList<string> near = NearestNames.Of(given, _words.Select(w => w.Word));
        string hint = near.Count > 0 ? $" Nearest: {near[0]}." : string.Empty;
        throw new UsageException($"{Option.Name} cannot be '{given}'.{hint} It is one of {string.Join(", ", _words.Select(w => w.Word))}.");
    }
}
