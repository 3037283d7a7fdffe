namespace Rootscope.Cli.Completion;

/// <summary>The shells that can complete command lines of rootscope, and the script of each.</summary>
/// <remarks>
/// Every script asks the command itself: <c>rootscope "[suggest:POSITION]" "LINE"</c> prints one candidate a line for the line without its
/// first
/// word. A position behind the end of the line says that a new word begins there.
/// </remarks>
internal static class CompletionScripts
{
    private const string Bash = """
        # Completion of rootscope for bash. Add to ~/.bashrc:  source <(rootscope completion bash)
        _rootscope() {
            local line="${COMP_LINE:0:$COMP_POINT}" word="${COMP_WORDS[$COMP_CWORD]}" candidate position
            line="${line#"${COMP_WORDS[0]}"}"
            line="${line#"${line%%[![:space:]]*}"}"
            position=${#line}
            [[ -z "$line" || "$line" == *[[:space:]] ]] && position=$((position + 1)) && word=""
            COMPREPLY=()
            while IFS= read -r candidate; do
                [[ -n "$candidate" && "$candidate" == "$word"* ]] && COMPREPLY+=("$candidate")
            done < <("${COMP_WORDS[0]}" "[suggest:$position]" "$line" 2>/dev/null)
        }
        complete -o bashdefault -o default -F _rootscope rootscope

        """;

    private const string Zsh = """
        #compdef rootscope
        # Completion of rootscope for zsh. Add to ~/.zshrc, after compinit:  source <(rootscope completion zsh)
        _rootscope() {
            local line="${(j: :)words[2,CURRENT]}"
            local position=${#line}
            [[ -z "${words[CURRENT]}" ]] && position=$((position + 1))
            local -a candidates
            candidates=("${(@f)$("${words[1]}" "[suggest:$position]" "$line" 2>/dev/null)}")
            candidates=("${(@M)candidates:#${PREFIX}?*}")
            if (( ${#candidates} )); then
                compadd -- "${candidates[@]}"
            else
                _files
            fi
        }
        compdef _rootscope rootscope

        """;

    private const string Fish = """
        # Completion of rootscope for fish. Save as ~/.config/fish/completions/rootscope.fish:  rootscope completion fish > FILE
        function __rootscope_candidates
            set -l words (commandline -opc)
            set -l current (commandline -ct)
            set -l line (string join ' ' -- $words[2..-1] "$current")
            set -l position (string length -- "$line")
            test -z "$current"; and set position (math $position + 1)
            $words[1] "[suggest:$position]" "$line" 2>/dev/null
        end
        complete -c rootscope -a '(__rootscope_candidates)'

        """;

    private const string PowerShell = """
        # Completion of rootscope for PowerShell. Add to $PROFILE:  rootscope completion powershell | Out-String | Invoke-Expression
        Register-ArgumentCompleter -Native -CommandName rootscope -ScriptBlock {
            param($wordToComplete, $commandAst, $cursorPosition)
            $words = @($commandAst.CommandElements | ForEach-Object { $_.ToString() })
            $command = $words[0]
            $line = @($words | Select-Object -Skip 1) -join ' '
            $position = $line.Length
            if ($wordToComplete -eq '') {
                $line = "$line "
                $position = $line.Length + 1
            }
            & $command "[suggest:$position]" "$line" 2>$null |
                Where-Object { $_ -and $_.StartsWith($wordToComplete) } |
                ForEach-Object { [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_) }
        }

        """;

    /// <summary>The shells by name, each with its script.</summary>
    public static IReadOnlyList<(string Shell, string Script)> All { get; } =
    [("bash", Bash), ("zsh", Zsh), ("fish", Fish), ("powershell", PowerShell)];
}
