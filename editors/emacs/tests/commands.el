;;; commands.el --- What `M-x codeforge' asks and does  -*- lexical-binding: t -*-

;; Usage: emacs --batch -l commands.el, with CODEFORGE_BIN, CODEFORGE_DATABASE, FILE, RESULT and CLIENT (eglot or lsp)
;; in the environment.  FILE is suppliers.py of the sample workspace.  Writes what the user sees to RESULT, as JSON.

;;; Code:

(package-activate-all)
(require 'json)
(require 'seq)

(defconst commands-is-lsp (equal (getenv "CLIENT") "lsp"))
(defconst commands-server `(,(getenv "CODEFORGE_BIN") "lsp" "--database" ,(getenv "CODEFORGE_DATABASE")))
(add-to-list 'exec-path (file-name-directory (getenv "CODEFORGE_BIN")))

(load (expand-file-name "../codeforge.el" (file-name-directory load-file-name)) nil t)

(defvar commands-said nil "What was shown, newest first.")
(advice-add 'message :before
            (lambda (format &rest values) (when format (push (apply #'format format values) commands-said))))

(defun commands-wait (words)
  "Wait until a message with WORDS was shown, and give it."
  (with-timeout (20 (error "%S was not said, but %S" words commands-said))
    (let (found)
      (while (not (setq found (seq-find (lambda (said) (string-match-p words said)) commands-said)))
        (accept-process-output nil 0.02))
      found)))

(let (seen)
  (find-file (getenv "FILE"))
  (python-mode)
  (if commands-is-lsp
      (progn
        (require 'lsp-mode)
        (setq lsp-auto-guess-root t lsp-enable-suggest-server-download nil lsp-log-io nil
              lsp-session-file (make-temp-file "lsp-session"))
        (lsp-register-client
         (make-lsp-client :new-connection (lsp-stdio-connection commands-server)
                          :activation-fn (lambda (&rest _) t) :add-on? t :server-id 'codeforge))
        (lsp-workspace-folders-add (file-name-directory (getenv "FILE")))
        (lsp)
        (with-timeout (20 (error "no server"))
          (while (not (and (lsp-workspaces) (lsp--capability :executeCommandProvider)))
            (accept-process-output nil 0.02))))
    (require 'eglot)
    (add-to-list 'eglot-server-programs `(python-mode . ,commands-server))
    (setq eglot-sync-connect t)
    (apply #'eglot--connect (eglot--guess-contact)))
  (execute-kbd-macro (kbd "M-x codeforge RET askMentor RET What SPC is SPC a SPC mutable SPC default? RET"))
  (push (cons 'mentor (commands-wait "mutable")) seen)
  ;; With the cursor on a finding the same question is about that.
  (goto-char (point-min))
  (search-forward "yaml.load(")
  (setq commands-said nil)
  (execute-kbd-macro (kbd "M-x codeforge RET askMentor RET What SPC is SPC wrong SPC here? RET"))
  (push (cons 'place (commands-wait "yaml.load")) seen)
  (execute-kbd-macro (kbd "M-x codeforge RET runPedagogy RET Postgres SPC or SPC SQLite? RET"))
  (let ((choices (expand-file-name ".codeforge/choices.md")))
    (with-timeout (30 (error "no choices, but %S" commands-said))
      (while (not (file-exists-p choices)) (accept-process-output nil 0.05)))
    (push (cons 'decision (with-temp-buffer (insert-file-contents choices) (buffer-string))) seen))
  (execute-kbd-macro (kbd "M-x codeforge RET refactorCode RET"))
  (push (cons 'refactor (commands-wait "Select the lines")) seen)
  (with-temp-file (getenv "RESULT") (insert (json-encode seen))))

;;; commands.el ends here
