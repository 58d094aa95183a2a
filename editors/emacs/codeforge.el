;;; codeforge.el --- CodeForge's commands in Emacs  -*- lexical-binding: t -*-

;; `M-x codeforge' starts agents, student mode and everything else, with eglot or lsp-mode, and asks for what a command
;; cannot do without.

;;; Code:

(require 'json)
(require 'seq)

(defun codeforge-place (point)
  "POINT as the server counts."
  (funcall (if (bound-and-true-p lsp-mode) #'lsp--point-to-position #'eglot--pos-to-lsp-position) point))

(defun codeforge-value (argument)
  "What the buffer, or else who sits before it, gives for ARGUMENT; nil where the server is to ask."
  (let-alist argument
    (pcase .kind
      ("document" (if (bound-and-true-p lsp-mode) (lsp--buffer-uri)
                    (plist-get (eglot--TextDocumentIdentifier) :uri)))
      ((and "code" (guard (use-region-p))) (buffer-substring-no-properties (region-beginning) (region-end)))
      ((and "object" (guard (equal .name "position"))) (codeforge-place (point)))
      ((and "object" (guard (and (equal .name "range") (use-region-p))))
       (list :start (codeforge-place (region-beginning)) :end (codeforge-place (region-end))))
      ((guard (not (eq .required t))) nil)
      ((guard .choices) (completing-read (concat .sentence ": ") (append .choices nil) nil t))
      ((or "text" "code" "rule") (read-string (concat .sentence " "))))))

(defun codeforge (command arguments)
  "Run COMMAND of CodeForge with ARGUMENTS, for which the server's catalogue says what to ask."
  (interactive
   (let* ((catalogue (with-temp-buffer
                       (call-process "codeforge" nil t nil "commands" "--json")
                       (goto-char (point-min))
                       (append (alist-get 'commands (json-parse-buffer :object-type 'alist)) nil)))
          (name (lambda (command) (alist-get 'name command)))
          (command (completing-read "Command: " (mapcar name catalogue) nil t "codeforge."))
          (chosen (seq-find (lambda (each) (equal (funcall name each) command)) catalogue)))
     (list command
           (mapcan (lambda (argument)
                     (let ((value (codeforge-value argument)))
                       (and value (list (intern (concat ":" (alist-get 'name argument))) value))))
                   (alist-get 'arguments chosen)))))
  (let ((request (list :command command :arguments (vector arguments))))
    (if (bound-and-true-p lsp-mode)
        (lsp-request-async
         "workspace/executeCommand" request #'ignore :mode 'detached
         :error-handler (lambda (failure) (message "%s" (lsp:json-error-message failure))))
      (jsonrpc-async-request
       (eglot-current-server) :workspace/executeCommand request :success-fn #'ignore
       :error-fn (lambda (failure) (message "%s" (plist-get failure :message))) :timeout nil))))

(provide 'codeforge)

;;; codeforge.el ends here
